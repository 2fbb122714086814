import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runProgram } from './run-program.mjs';
import { root } from './source-stamp.mjs';

/**
 * @typedef {object} TestRun
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} seconds from start to end
 * @property {string[]} failures what failed, as one reads it
 * @property {{ file: string, seconds: number }[]} files how long each file kept a worker busy; files run side by side
 */

/** Runs tests of these vitest projects. @returns {Promise<TestRun>} */
export async function runVitest(projects, { env, quiet = false } = {}) {
  return withReport(async (file) => {
    const { code } = await runProgram(
      process.execPath,
      [
        join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        ...projects.map((project) => `--project=${project}`),
        ...(quiet ? [] : ['--reporter=dot']),
        '--reporter=json',
        `--outputFile.json=${file}`,
        `--reporter=${join(root, 'scripts/file-times-reporter.mjs')}`,
      ],
      { env: { ...env, TANDEM_FILE_TIMES: `${file}.times` } },
    );
    const report = readReport(file);
    const files = report?.testResults ?? [];
    // A file that cannot be loaded, or whose hooks fail: none of its tests is a failed one.
    const brokenFiles = files.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
    );
    return counted(code, {
      passed: report?.numPassedTests ?? 0,
      failed: (report?.numFailedTests ?? 0) + brokenFiles.length,
      skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
      failures: [
        ...brokenFiles.map(
          ({ name, message }) => `${relative(root, name)}: ${message.split('\n', 1)[0]}`,
        ),
        ...files.flatMap(({ name, assertionResults }) =>
          assertionResults
            .filter((test) => test.status === 'failed')
            .map((test) => `${relative(root, name)} › ${test.fullName.trim()}`),
        ),
      ],
      files: readReport(`${file}.times`) ?? [],
    });
  });
}

/** Runs the browser tests. @returns {Promise<TestRun>} */
export async function runBrowser({ env = {}, quiet = false } = {}) {
  return withReport(async (file) => {
    const { code } = await runProgram(
      process.execPath,
      [
        join(root, 'node_modules/@playwright/test/cli.js'),
        'test',
        `--reporter=${quiet ? 'json' : 'line,json'}`,
      ],
      { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file } },
    );
    const report = readReport(file);
    const tests = (report?.suites ?? []).flatMap(testsOf);
    const secondsOf = new Map();
    for (const { file: name, seconds } of tests) {
      secondsOf.set(name, (secondsOf.get(name) ?? 0) + seconds);
    }
    return counted(code, {
      passed: (report?.stats.expected ?? 0) + (report?.stats.flaky ?? 0),
      failed: report?.stats.unexpected ?? 0,
      skipped: report?.stats.skipped ?? 0,
      failures: tests.filter(({ ok }) => !ok).map(({ title }) => title),
      files: [...secondsOf].map(([name, seconds]) => ({ file: name, seconds })),
    });
  });
}

/** Every test of a suite of Playwright's report, those of the suites in it too. */
function testsOf(suite) {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({
      ok: spec.ok,
      file: `test/e2e/${spec.file}`,
      title: `test/e2e/${spec.file} › ${test.projectName} › ${spec.title}`,
      seconds: test.results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(testsOf)];
}

/** A run that failed without a failed test (a broken file, an error outside of tests) counts as one failure. */
function counted(code, run) {
  if (code === 0 || run.failed > 0) return run;
  return { ...run, failed: 1, failures: ['an error outside of the tests'] };
}

async function withReport(run) {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-reports-'));
  const started = performance.now();
  try {
    const result = await run(join(folder, 'report.json'));
    return { ...result, seconds: (performance.now() - started) / 1000 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
