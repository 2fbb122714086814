import { expect, type Locator, type Page, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';

import { overflowOf } from './steps/find-violations';
import { lastCompleteQuarter } from './steps/product-calendar';
import { readByEye } from './steps/read-by-eye';
import { signInAs } from './steps/sign-in-as';

// Three large pages, each at eight widths.
test.describe.configure({ timeout: 180_000 });

const widths = [360, 390, 768, 1024, 1280, 1440, 1680, 1920];
const period = `period=${lastCompleteQuarter().key}`;

/** What a screen shows, as a file writes it: "81.3%" is 81.3, "−4.2" is -4.2. */
const plain = (shown: string) => shown.replace(/[%,]/g, '').replace('−', '-');

/** Sees every number of the file under its metric and in its department's row, at each width. */
async function expectSeen(
  page: Page,
  frame: Locator,
  columns: readonly string[],
  truth: readonly (readonly string[])[],
): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => scrollTo(0, 0));
    const seen = await readByEye(frame, columns);
    truth.forEach((cells, row) =>
      cells.forEach((value, column) => {
        // What is too few to judge is said in words, which differ between the views.
        if (value === '') return;
        const found = seen
          .filter((cell) => cell.row === row && cell.column === columns[column])
          .map(({ text }) => plain(text));
        const place = `${width} px, row ${row + 1}, ${columns[column]}: ${found.join(' | ')}`;
        expect(found.includes(value), `${value} at ${place}`).toBe(true);
      }),
    );
    expect(await overflowOf(page), `wider than a window of ${width} px`).toBeLessThanOrEqual(0);
  }
}

test('every number stands under its heading and in its row, at every width', async ({ page }, {
  project,
}) => {
  test.skip(project.name !== 'desktop', 'it goes through the widths by itself');
  await signInAs(page, 'executive');
  const file = await page.request.get(`/scorecards.csv?${period}`);
  const [headers = [], ...records]: string[][] = parse(await file.body(), { bom: true });
  const metrics = ['NPS', 'CSAT', 'CES', 'Responses'];
  const numbers = records.map((record) =>
    metrics.map((name) => record[headers.indexOf(name)] ?? ''),
  );
  const known = numbers.flat().filter((value) => value !== '');
  expect(known.length).toBeGreaterThan(60);

  await page.goto(`/scorecards?${period}`);
  const table = page.getByRole('table', { name: /How do customers see us/ });
  await expectSeen(page, table, metrics, numbers);

  await page.goto(`/scorecards?${period}&view=heat`);
  const heat = page.locator('div:has(> [role=grid])');
  await expectSeen(page, heat, metrics, numbers);
  await page.getByRole('gridcell').last().scrollIntoViewIfNeeded();
  await expect(heat.locator('thead th').last()).toBeInViewport();

  await page.goto('/pulse');
  const round = page.locator('main a[href*="/pulse/rounds/"]').first();
  await page.goto((await round.getAttribute('href')) ?? '');
  const map = page.getByRole('table', { name: 'Departments and statements' });
  const [, ...statements] = await map.locator('thead th').allInnerTexts();
  const scores = await map
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('td')].map(
          (cell) => cell.querySelector('[data-value]')?.textContent ?? '',
        ),
      ),
    );
  expect(scores.flat().filter(Boolean).length).toBeGreaterThan(20);
  await expectSeen(page, map, statements, scores);
});
