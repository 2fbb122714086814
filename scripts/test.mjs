/** Runs every test of the product and ends with one line that sums them up. Installs what is missing. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './ensure-browser.mjs';
import { assertNodeVersion, ensureBuilt, ensureInstalled } from './ensure-ready.mjs';
import { runProgram } from './run-program.mjs';
import { root } from './source-stamp.mjs';

assertNodeVersion();
const sums = { passed: 0, failed: 0, skipped: 0 };
const reports = mkdtempSync(join(tmpdir(), 'tandem-reports-'));

try {
  await ensureInstalled();
  await ensureBuilt();
  await runEverythingButTheBrowser();
  await ensureBrowser();
  await runBrowser();
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  sums.failed += 1;
}
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n${sums.passed} passed, ${sums.failed} failed, ${sums.skipped} skipped\n`);
process.exitCode = sums.failed > 0 ? 1 : 0;

async function runEverythingButTheBrowser() {
  const file = join(reports, 'vitest.json');
  const { code } = await runProgram(process.execPath, [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project=!prove',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = readReport(file);
  const emptyFailures = (report?.testResults ?? []).filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  );
  add(code, {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + emptyFailures.length,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  });
}

async function runBrowser() {
  const file = join(reports, 'playwright.json');
  const { code } = await runProgram(
    process.execPath,
    [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '--reporter=line,json'],
    { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file } },
  );
  const stats = readReport(file)?.stats;
  add(code, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  });
}

/** A run that failed without a failed test (a broken file, an error outside of tests) counts as one failure. */
function add(code, { passed, failed, skipped }) {
  sums.passed += passed;
  sums.failed += code !== 0 && failed === 0 ? 1 : failed;
  sums.skipped += skipped;
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
