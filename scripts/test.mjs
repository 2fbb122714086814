/** Runs every test of the product and ends with one line that sums them up. Installs what is missing. */
import { ensureBrowser } from './ensure-browser.mjs';
import { assertNodeVersion, ensureBuilt, ensureInstalled } from './ensure-ready.mjs';
import { runBrowser, runVitest } from './run-tests.mjs';

const slowFilesShown = 8;

assertNodeVersion();
const sums = { passed: 0, failed: 0, skipped: 0 };
const parts = [];
const files = [];
const failures = [];

try {
  await timed('install and build', async () => {
    await ensureInstalled();
    await ensureBuilt();
  });
  add('unit, database, contract, recovery', await runVitest(['!prove']));
  await ensureBrowser();
  add('browser', await runBrowser());
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  sums.failed += 1;
  failures.push(error.message);
}
printTimes();
printFailures();
process.stdout.write(`\n${sums.passed} passed, ${sums.failed} failed, ${sums.skipped} skipped\n`);
process.exitCode = sums.failed > 0 ? 1 : 0;

async function timed(part, work) {
  const started = performance.now();
  await work();
  parts.push({ part, seconds: (performance.now() - started) / 1000 });
}

function add(part, run) {
  sums.passed += run.passed;
  sums.failed += run.failed;
  sums.skipped += run.skipped;
  parts.push({ part, seconds: run.seconds });
  files.push(...run.files);
  failures.push(...run.failures);
}

/** Once more at the end, where whoever reads the last lines alone finds them; those of the checks before too. */
function printFailures() {
  const checks = process.env.FAILED_CHECKS;
  if (checks) process.stdout.write(`\nChecks that failed before the tests: ${checks}\n`);
  if (failures.length === 0) return;
  process.stdout.write(`\nWhat failed\n${failures.map((name) => `  ${name}`).join('\n')}\n`);
}

function printTimes() {
  const kinds = new Map();
  for (const { file, seconds } of files) {
    kinds.set(kindOf(file), (kinds.get(kindOf(file)) ?? 0) + seconds);
  }
  const slowest = files.toSorted((a, b) => b.seconds - a.seconds).slice(0, slowFilesShown);
  const lines = [
    'Seconds, from start to end',
    ...parts.map(({ part, seconds }) => line(part, seconds)),
    'Seconds of the files of each kind, which run side by side',
    ...[...kinds].map(([kind, seconds]) => line(kind, seconds)),
    'The slowest files',
    ...slowest.map(({ file, seconds }) => line(file, seconds)),
  ];
  process.stdout.write(`\n${lines.join('\n')}\n`);
}

function line(name, seconds) {
  return `  ${seconds.toFixed(0).padStart(5)}  ${name}`;
}

function kindOf(file) {
  const folder = /^test\/(contract|parity|recovery|e2e)\//.exec(file)?.[1];
  if (folder) return folder === 'e2e' ? 'browser' : folder;
  return file.endsWith('.db.test.ts') ? 'database' : 'unit';
}
