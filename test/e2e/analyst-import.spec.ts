import { expect, type Page, test } from '@playwright/test';

import ownDocuments from '../../graphql/persisted-documents.json' with { type: 'json' };
import { importMessages } from '../../app/locales/imports';
import { aFeedbackFile, type ServiceTruth } from '../factories/feedback-file';
import { randomId } from '../../platform/ids';
import { expectAccessible } from './steps/expect-accessible';
import { signInAs } from './steps/sign-in-as';
import { watchConsole } from './steps/watch-console';

/** Keeps apart what several runs make in one demo organisation. */
const mark = randomId().slice(0, 8);
/** A job may stand behind others on a busy machine. */
const patience = { timeout: 60_000 };

async function upload(
  page: Page,
  t: (typeof importMessages)['en' | 'zh'],
  name: string,
  content: string,
): Promise<void> {
  await page.goto('/imports/new');
  await page
    .getByLabel(t.chooseFile)
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: t.upload }).click();
  await expect(page.getByRole('heading', { name: t.columnsTitle })).toBeVisible(patience);
}

/** The page of a result says of every service what the file says. */
async function expectServices(page: Page, services: readonly ServiceTruth[], columnName: string) {
  const table = page.getByRole('region', { name: columnName, exact: true }).getByRole('table');
  for (const { service, rows, scored, satisfied } of services) {
    const cells = table
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: service, exact: true }) })
      .getByRole('cell');
    await expect(cells).toHaveText([
      String(rows),
      String(scored),
      `${((100 * satisfied) / scored).toFixed(1)}%`,
    ]);
  }
}

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });
  test('an analyst imports a hospital survey, sees its numbers, and imports it again without a change', async ({
    page,
  }) => {
    test.setTimeout(300_000);
    const t = importMessages.zh;
    const expectNoComplaints = watchConsole(page);
    const file = aFeedbackFile({ rows: 240, seed: 42, group: `${mark} ` });
    const fileName = `patients-${mark}.csv`;
    await signInAs(page, 'analyst');

    await upload(page, t, fileName, file.content);
    await expect(page.getByLabel(t.best({ metric: 'CSAT' }))).toHaveValue('lowest');
    await expect(page.getByLabel(t.csat)).toHaveValue('fft_score');
    await expect(
      page.getByRole('region', { name: t.previewTitle, exact: true }).getByRole('row'),
    ).toHaveCount(6);
    await expectAccessible(page);
    await page.getByRole('button', { name: t.readFile }).click();

    await expect(page.getByRole('heading', { name: t.departmentsTitle })).toBeVisible(patience);
    await page.getByLabel(t.rest).selectOption('create');
    await page.getByLabel(t.mappingName).fill(`Patients ${mark}`);
    await expectAccessible(page);
    await page.getByRole('button', { name: t.runDry }).click();

    const commit = page.getByRole('button', { name: t.commit({ rows: '240' }) });
    await expect(commit).toBeVisible(patience);
    await expectServices(page, file.services, t.perDepartment);
    await expectAccessible(page);
    await commit.click();

    await expect(page.getByText(t.doneGood({ rows: '240' }))).toBeVisible(patience);
    await expectServices(page, file.services, t.perDepartment);

    const first = file.services[0]!;
    const scorecard = page.getByRole('link', { name: first.service, exact: true });
    const address = new URL((await scorecard.getAttribute('href')) ?? '', page.url());
    await scorecard.click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(first.service);
    await expectInScorecard(page, address, first);

    await upload(page, t, fileName, file.content);
    await expect(page.getByText(t.filledFrom({ name: `Patients ${mark}` }))).toBeVisible();
    await page.getByRole('button', { name: t.readFile }).click();
    await page.getByRole('button', { name: t.runDry }).click();
    await expect(page.getByText(t.nothingNew)).toBeVisible(patience);
    await page.getByRole('button', { name: t.commit({ rows: '0' }) }).click();
    await expect(page.getByText(t.doneSame)).toBeVisible(patience);
    await expectInScorecard(page, address, first);
    expectNoComplaints();
  });
});

/** The scorecard's own source: the number of scores and the share of satisfied ones. */
async function expectInScorecard(page: Page, address: URL, service: ServiceTruth) {
  const departmentId = address.pathname.split('/').at(-1);
  const key = address.searchParams.get('period');
  const [documentId] =
    Object.entries(ownDocuments).find(([, text]) => text.includes('query DepartmentScorecard(')) ??
    [];
  const read = () =>
    page.evaluate(
      async (operation) => {
        const response = await fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(operation),
        });
        const { data } = (await response.json()) as {
          data: {
            departmentScorecard: {
              lines: { metric: { key: string }; current: { value: number; n: number } }[];
            };
          };
        };
        return Object.fromEntries(
          data.departmentScorecard.lines.map(({ metric, current }) => [metric.key, current]),
        );
      },
      { documentId, variables: { departmentId, period: { key }, comparison: 'PREVIOUS' } },
    );
  const { scored, satisfied } = service;
  await expect
    .poll(async () => (await read())['csat']?.n, { timeout: 120_000, intervals: [1_000] })
    .toBe(scored);
  expect((await read())['csat']?.value).toBeCloseTo((100 * satisfied) / scored, 6);
}

test('a file that cannot be read is refused with the line and what was expected', async ({
  page,
}) => {
  const t = importMessages.en;
  await signInAs(page, 'analyst');
  await page.goto('/imports/new');
  const ragged = 'service,date,score,comment\nShop,2026-03-01,4,fine\nShop,2026-03-02,4,so "so\n';
  await page
    .getByLabel(t.chooseFile)
    .setInputFiles({ name: 'ragged.csv', mimeType: 'text/csv', buffer: Buffer.from(ragged) });
  await page.getByRole('button', { name: t.upload }).click();
  await expect(page.getByRole('alert')).toContainText(
    'ragged.csv: A quotation mark stands in the wrong place on line 3.',
  );
  await expectAccessible(page);
});

test('the good rows of a partly bad file are stored, the bad ones repaired and uploaded again', async ({
  page,
}) => {
  const t = importMessages.en;
  const unit = `Counter ${mark}`;
  const bad = `service,date,score,comment\n${unit},2026-03-01,4,fine\n${unit},13/04/2026,5,other date\n${unit},2026-03-03,9,off scale\n`;
  await signInAs(page, 'analyst');
  const store = async (content: string, rows: string) => {
    await upload(page, t, 'counter.csv', content);
    await page.getByLabel(t.csat).selectOption('score');
    await page.getByLabel(t.best({ metric: 'CSAT' })).selectOption('highest');
    await page.getByLabel(t.nps).selectOption('');
    await page.getByRole('button', { name: t.readFile }).click();
    await expect(page.getByRole('heading', { name: t.departmentsTitle })).toBeVisible(patience);
    const rest = page.getByLabel(t.rest);
    if (await rest.isVisible()) await rest.selectOption('create');
    await page.getByRole('button', { name: t.runDry }).click();
    await page.getByRole('button', { name: t.commit({ rows }) }).click(patience);
    await expect(page.getByText(t.doneGood({ rows }))).toBeVisible(patience);
  };
  await store(bad, '1');
  const problems = page.getByRole('region', { name: `${t.problems}: 2`, exact: true });
  await expect(problems.getByRole('row')).toHaveCount(3);
  await expect(problems.getByRole('row').nth(1)).toContainText(
    /^3date13\/04\/2026This date is written in another format/,
  );
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: t.downloadRejected }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream())
    chunks.push(Buffer.from(chunk as Uint8Array));
  const report = Buffer.concat(chunks).toString('utf8');
  await store(
    report.replace('13/04/2026,5', '2026-04-13,5').replace('2026-03-03,9', '2026-03-03,1'),
    '2',
  );
});
