/**
 * Runs the tests on other days than today, the product, PostgreSQL and the browser included, and prints a table.
 * `npm run test:days -- --only=leap,winter --parts=unit,db` chooses among the moments and the parts.
 */
import { parseArgs } from 'node:util';
import { ensureBrowser } from './ensure-browser.mjs';
import { assertNodeVersion, ensureBuilt, ensureInstalled } from './ensure-ready.mjs';
import { runBrowser, runVitest } from './run-tests.mjs';
import { findFaketime, shiftedTo } from './shifted-clock.mjs';

const dayMs = 86_400_000;

/** In Europe/London, the zone of the demo organisation and of the tests. */
const moments = [
  { key: 'eve', title: '31 December 2026, 23:40', at: '2026-12-31T23:40:00Z' },
  { key: 'new-year', title: '1 January 2027, 00:10', at: '2027-01-01T00:10:00Z' },
  { key: 'leap', title: '29 February 2028, 12:00', at: '2028-02-29T12:00:00Z' },
  // 01:30 is left out that night: the clock goes from 00:59 to 02:00.
  { key: 'summer', title: '28 March 2027, 01:30 (GMT)', at: '2027-03-28T01:30:00Z' },
  // 01:30 comes twice: this is the first, and a long run passes the change.
  { key: 'winter', title: '31 October 2027, 01:30 (BST)', at: '2027-10-31T00:30:00Z' },
  { key: 'quarter', title: '1 April 2027, 09:00', at: '2027-04-01T08:00:00Z' },
  { key: 'ahead', title: '400 days ahead', at: new Date(Date.now() + 400 * dayMs).toISOString() },
];
const parts = {
  unit: (env) => runVitest(['unit'], { env }),
  db: (env) => runVitest(['db'], { env }),
  contract: (env) => runVitest(['contract'], { env }),
  browser: (env) => runBrowser({ env }),
};

const chosen = parseArgs({
  options: { only: { type: 'string' }, parts: { type: 'string' } },
}).values;
const chosenMoments = choose(moments, chosen.only, ({ key }) => key);
const chosenParts = choose(Object.keys(parts), chosen.parts, (part) => part);

assertNodeVersion();
const library = findFaketime();
await ensureInstalled();
if (chosenParts.includes('browser')) {
  await ensureBuilt();
  await ensureBrowser();
}

const rows = [];
for (const { title, at } of chosenMoments) {
  for (const part of chosenParts) {
    process.stdout.write(`\n${title}: ${part}\n`);
    // Each part begins at that moment, not where the part before has ended.
    rows.push({ title, part, ...(await parts[part](shiftedTo(new Date(at), library))) });
  }
}
printTable();
process.exitCode = rows.some(({ failed }) => failed > 0) ? 1 : 0;

function choose(all, wanted, keyOf) {
  if (wanted === undefined) return all;
  const keys = wanted.split(',');
  const unknown = keys.filter((key) => !all.some((item) => keyOf(item) === key));
  if (unknown.length === 0) return all.filter((item) => keys.includes(keyOf(item)));
  process.stderr.write(
    `There is no ${unknown.join(', ')}; there is ${all.map(keyOf).join(', ')}\n`,
  );
  process.exit(1);
}

function printTable() {
  for (const { title, part, failures } of rows) {
    for (const failure of failures) process.stdout.write(`\nFAILED ${title}: ${part}: ${failure}`);
  }
  const width = Math.max(...rows.map(({ title }) => title.length));
  const heading = `${'Clock'.padEnd(width)}  ${'Part'.padEnd(8)}  Passed  Failed  Skipped  Seconds`;
  const lines = rows.map(({ title, part, passed, failed, skipped, seconds }) =>
    [
      title.padEnd(width),
      part.padEnd(8),
      String(passed).padStart(6),
      String(failed).padStart(6),
      String(skipped).padStart(7),
      seconds.toFixed(0).padStart(7),
    ].join('  '),
  );
  process.stdout.write(`\n\n${[heading, ...lines].join('\n')}\n`);
  const sum = (name) => rows.reduce((total, row) => total + row[name], 0);
  process.stdout.write(
    `\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`,
  );
}
