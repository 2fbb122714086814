import { readFile } from 'node:fs/promises';

import { expect, test, type Download, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';

import { roundTo } from '../../universal/round';
import { expectAccessible } from './steps/expect-accessible';
import { lastCompleteQuarter } from './steps/product-calendar';
import { signInAs } from './steps/sign-in-as';
import { untilScripted } from './steps/until-scripted';
import { watchConsole } from './steps/watch-console';

const period = `period=${lastCompleteQuarter().key}`;

/** A row of the table as the reader sees it: the department's name and the figures of its cells. */
async function rowsOnScreen(
  page: Page,
): Promise<{ name: string; values: string[]; lows: string[] }[]> {
  return page
    .getByRole('table', { name: /How do customers see us/ })
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => ({
        name: row.querySelector('th a')?.textContent ?? '',
        values: [...row.querySelectorAll('td')].map(
          (cell) => cell.querySelector('[data-value]')?.textContent ?? '',
        ),
        lows: [...row.querySelectorAll('td')].map(
          (cell) =>
            /(\S+) to \S+/.exec(cell.querySelector('[data-interval]')?.textContent ?? '')?.[1] ??
            '',
        ),
      })),
    );
}

async function download(page: Page, name: string): Promise<Download> {
  await page.locator('summary', { hasText: /Export|导出/ }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ]);
  return file;
}

/** What a screen shows, as a file writes it: "81.3%" is 81.3, "−4.2" is -4.2. */
const plain = (shown: string) => shown.replace(/[%,]/g, '').replace('−', '-');

test.describe('the executive’s scorecards', () => {
  test('are on the home page: sorted, narrowed, as a heat map, and back', async ({ page }) => {
    const expectNoComplaints = watchConsole(page);
    await signInAs(page, 'executive');
    await page.goto(`/?${period}`);
    await expect(page.getByRole('heading', { name: 'How do customers see us?' })).toBeVisible();
    const all = await rowsOnScreen(page);
    // The organisation grows while others add departments to it.
    expect(all.length).toBeGreaterThanOrEqual(24);
    await expect(page.getByText(/within noise/).first()).toBeVisible();

    await page.getByRole('link', { name: 'NPS', exact: true }).click();
    await expect(page).toHaveURL(/sort=-nps/);
    await expect
      .poll(async () => {
        // Estimates are sorted by the end of their interval that is sure.
        const lows = (await rowsOnScreen(page)).flatMap(({ lows: [nps] }) =>
          nps ? [Number(plain(nps))] : [],
        );
        return (
          lows.length > 0 &&
          lows.every((low, index) => index === 0 || low <= (lows[index - 1] ?? low))
        );
      })
      .toBe(true);

    await page.getByLabel('Level', { exact: true }).selectOption('1');
    await expect(page).toHaveURL(/level=1/);
    await expect.poll(async () => (await rowsOnScreen(page)).length).toBeLessThan(all.length);
    await expect(page.getByText(/^Places? 1/).first()).toBeVisible();
    await page.getByRole('link', { name: 'Remove filter Level: Level 1' }).click();
    await expect(page).not.toHaveURL(/level=1/);
    await page.getByRole('searchbox', { name: 'Search departments' }).fill('store');
    await page.getByRole('searchbox', { name: 'Search departments' }).press('Enter');
    await expect(page).toHaveURL(/q=store/);
    await expect
      .poll(async () =>
        (await rowsOnScreen(page)).every(({ name }) => name.toLowerCase().includes('store')),
      )
      .toBe(true);

    await page.goto(`/?${period}&view=heat`);
    const grid = page.getByRole('grid');
    await expect.poll(() => grid.getByRole('row').count()).toBeGreaterThanOrEqual(25);
    const second = grid.getByRole('row').nth(2);
    const secondName = (await second.getByRole('rowheader').innerText()).trim();
    const secondValue = (await second.locator('td').nth(1).innerText()).trim();
    await grid.locator('td').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect(grid.locator('td:focus')).toHaveText(secondValue);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: secondName })).toBeVisible();

    await page.goto(`/?${period}&view=trends`);
    await expect(
      page.getByRole('img', { name: /NPS: where is each department going/ }),
    ).toBeVisible();
    await page.getByRole('link', { name: 'Table' }).click();
    await expect(page.getByRole('table', { name: /How do customers see us/ })).toBeVisible();
    expectNoComplaints();
  });

  test('keep what is being typed, and the focus, while another choice loads', async ({ page }) => {
    await signInAs(page, 'executive');
    await page.goto(`/scorecards?${period}`);
    await untilScripted(page.getByLabel('Level', { exact: true }));
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(/scorecards\.data\?.*level=1/, async (route) => {
      await released;
      await route.continue();
    });
    const words = page.getByRole('searchbox', { name: 'Search departments' });
    const status = page.getByLabel('Status', { exact: true });
    await page.getByLabel('Level', { exact: true }).selectOption('1');
    await words.pressSequentially('serv');
    release();
    await expect(page).toHaveURL(/level=1/);
    await expect(page.getByRole('link', { name: 'Remove filter Level: Level 1' })).toBeVisible();
    await expect(words).toHaveValue('serv');
    await expect(words).toBeFocused();
    await words.press('Enter');
    await expect(page).toHaveURL(/q=serv.*level=1/);

    await status.focus();
    await status.selectOption('missed');
    await expect(page).toHaveURL(/status=missed/);
    await expect(status).toBeFocused();
    await page.getByRole('link', { name: 'Clear all' }).click();
    await expect(page).not.toHaveURL(/q=serv/);
    await expect(words).toHaveValue('');
    await expect(status).toHaveValue('');
  });

  test('lead to a department, its comments, and what a metric means', async ({ page }) => {
    const expectNoComplaints = watchConsole(page);
    await signInAs(page, 'executive');
    await page.goto(`/scorecards?${period}`);
    await page.getByRole('link', { name: 'Stores', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Stores' })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(period));
    for (const part of [
      'Departments below',
      'By touchpoint',
      'By channel',
      'Newest comments',
      'Most critical comments',
    ]) {
      await expect(page.getByRole('heading', { name: part })).toBeVisible();
    }
    await expect(page.getByRole('img', { name: /^NPS by quarter/ })).toBeVisible();
    await expect(page.locator('blockquote').first()).not.toBeEmpty();
    await expect(page.getByText('Set a target')).toHaveCount(0);

    await page.getByRole('link', { name: 'NPS', exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Net promoter score' })).toBeVisible();
    await expect(page.getByText(/Version 1, in force since/)).toBeVisible();
    await page.goto('/metric-catalogue');
    await expect(page.getByRole('link', { name: 'Net promoter score' })).toBeVisible();
    expectNoComplaints();
  });

  test('leave as files that hold what the screen shows', async ({ page }) => {
    await signInAs(page, 'executive');
    await page.goto(`/scorecards?${period}&level=2&sort=-csat`);
    const shown = await rowsOnScreen(page);

    const csv: string[][] = parse(
      await readFile(await (await download(page, 'Table as CSV')).path()),
      { bom: true },
    );
    const [headers = [], ...records] = csv;
    const columns = ['NPS', 'CSAT', 'CES', 'Responses'].map((name) => headers.indexOf(name));
    expect(records.map((record) => record[0])).toEqual(shown.map(({ name }) => name));
    expect(records.map((record) => columns.map((column) => record[column]))).toEqual(
      shown.map(({ values }) => values.map(plain)),
    );

    await page.reload();
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(await (await download(page, 'Table as Excel workbook')).path());
    const sheet = workbook.worksheets[0];
    const found = records.map((_record, row) =>
      columns.map((column, index) => {
        const { value } = sheet?.getRow(row + 2).getCell(column + 1) ?? { value: null };
        const decimals = [1, 1, 2, 0][index] ?? 0;
        return typeof value === 'number' ? roundTo(value, decimals).toFixed(decimals) : '';
      }),
    );
    expect(found).toEqual(shown.map(({ values }) => values.map(plain)));
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen' });

    await page.reload();
    const pdf = await readFile(await (await download(page, 'Page as PDF')).path());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
  });

  test('speak Chinese, in the files too', async ({ browser }) => {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    await signInAs(page, 'executive');
    await page.goto(`/scorecards?${period}`);
    await expect(page.getByRole('heading', { name: '顾客如何看我们？' })).toBeVisible();
    await expect(page.getByText('属正常波动').first()).toBeVisible();
    const csv = await readFile(await (await download(page, '表格（CSV）')).path(), 'utf8');
    expect(csv).toContain('阿斯特家居');
    await page.reload();
    const pdf = await readFile(await (await download(page, '页面（PDF）')).path(), 'latin1');
    expect(pdf).toMatch(/\+NotoSansSC/);
    await context.close();
  });

  test('can be read without scripts', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await signInAs(page, 'executive');
    await page.goto(`/scorecards?${period}`);
    await page.getByLabel('Status', { exact: true }).selectOption('missed');
    await page.getByRole('button', { name: 'Apply' }).first().click();
    await expect(page).toHaveURL(/status=missed/);
    await expect(page.getByText(/^Below target \d/).first()).toBeVisible();
    await context.close();
  });
});

test.describe('a department head', () => {
  test('sees the own part of the organisation and nothing of another', async ({ page }) => {
    await signInAs(page, 'executive');
    await page.goto(`/scorecards?${period}`);
    const other = await page
      .getByRole('link', { name: 'Customer service', exact: true })
      .getAttribute('href');

    await page.context().clearCookies();
    await signInAs(page, 'head.stores');
    await page.goto(`/scorecards?${period}`);
    const names = (await rowsOnScreen(page)).map(({ name }) => name);
    expect(names).toContain('Stores');
    expect(names).not.toContain('Customer service');

    const hidden = await page.request.get(other ?? '');
    const wrong = await page.request.get('/scorecards/00000000-0000-7000-8000-000000000000');
    expect(hidden.status()).toBe(404);
    expect(wrong.status()).toBe(404);
    const shownTo = async (response: typeof hidden) =>
      (await response.text()).match(/<h1[^>]*>[^<]*/)?.[0];
    expect(await shownTo(hidden)).toBe(await shownTo(wrong));
    for (const format of ['csv', 'xlsx', 'pdf']) {
      const path = (other ?? '').replace(/\?.*/, '');
      expect((await page.request.get(`${path}.${format}`)).status()).toBe(404);
    }
  });

  test('sets a target for the own department', async ({ page }) => {
    await signInAs(page, 'head.service');
    await page.goto(`/scorecards?${period}`);
    await page.getByRole('link', { name: 'Customer service', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Set a target' })).toBeVisible();
    await page.getByLabel('Metric', { exact: true }).selectOption('ces');
    await page.getByLabel('Target', { exact: true }).fill('9');
    await page.getByRole('button', { name: 'Save target' }).click();
    await expect(page.getByText('Enter a number from 1 to 7.').first()).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('Target', { exact: true }).fill('5.4');
    await page.getByRole('button', { name: 'Save target' }).click();
    await expect(page.getByText(/target for .* is 5\.40 from/)).toBeVisible();
  });
});
