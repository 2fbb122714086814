/**
 * Runs the long proofs: simulations, thousands of random cases, fuzz. They are no part of `npm test`, where each has a
 * small sample of fixed seed. What is said after `--` goes to the runner: `npm run prove -- suppression`.
 */
import { join } from 'node:path';
import { assertNodeVersion, ensureBuilt, ensureInstalled } from './ensure-ready.mjs';
import { runProgram } from './run-program.mjs';
import { root } from './source-stamp.mjs';

assertNodeVersion();
await ensureInstalled();
await ensureBuilt();
const { code } = await runProgram(process.execPath, [
  join(root, 'node_modules/vitest/vitest.mjs'),
  'run',
  '--project=prove',
  '--passWithNoTests',
  ...process.argv.slice(2),
]);
process.exitCode = code;
