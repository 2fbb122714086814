/** Everything from a fresh clone to the running product: install, build, start. Uses nothing but Node. */
import { assertNodeVersion, ensureBuilt, ensureInstalled } from './ensure-ready.mjs';

assertNodeVersion();
try {
  await ensureInstalled();
  await ensureBuilt();
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  process.exit(1);
}
process.env.NODE_ENV ??= 'production';
// At the terminal only what needs attention; a service sets its own level.
process.env.LOG_LEVEL ??= 'warn';
await import('../dist/main.js');
