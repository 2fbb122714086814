/**
 * Looks at every page in every language, width and colour scheme: `npm test` looks at each pair of these, this at each
 * triple. What is said after `--` goes to the runner.
 */
import { join } from 'node:path';
import { ensureBrowser } from './ensure-browser.mjs';
import { assertNodeVersion, ensureBuilt, ensureInstalled } from './ensure-ready.mjs';
import { runProgram } from './run-program.mjs';
import { root } from './source-stamp.mjs';

assertNodeVersion();
await ensureInstalled();
await ensureBuilt();
await ensureBrowser();
const { code } = await runProgram(
  process.execPath,
  [join(root, 'node_modules/@playwright/test/cli.js'), 'test', ...process.argv.slice(2)],
  { env: { TANDEM_ALL_LOOKS: 'true' } },
);
process.exitCode = code;
