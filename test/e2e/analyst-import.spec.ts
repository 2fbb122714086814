import { expect, type Page, test } from '@playwright/test';

import ownDocuments from '../../graphql/persisted-documents.json' with { type: 'json' };
import { importMessages } from '../../app/locales/imports';
import { aFeedbackFile, type ServiceTruth } from '../factories/feedback-file';
import { expectAccessible } from './steps/expect-accessible';
import { signInAs } from './steps/sign-in-as';
import { watchConsole } from './steps/watch-console';

interface Faces {
  language: 'en' | 'zh';
  browserLocale: string;
  seed: number;
}

/** Two files that share no row, so that both runs can happen on one demo organisation. */
const faces: Readonly<Record<string, Faces>> = {
  desktop: { language: 'en', browserLocale: 'en-GB', seed: 41 },
  phone: { language: 'zh', browserLocale: 'zh-CN', seed: 42 },
};

async function importThroughBrowser(
  page: Page,
  { language, seed }: Faces,
  name: string,
  content: string,
) {
  const t = importMessages[language];
  await page.goto('/imports/new');
  await page
    .getByLabel(t.chooseFile)
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: t.upload }).click();
  await expect(page.getByRole('heading', { name: t.columnsTitle })).toBeVisible();
  return { t, seed };
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

test('an analyst imports a hospital survey, sees its numbers, and imports it again without a change', async ({
  browser,
}, { project }) => {
  test.setTimeout(180_000);
  const face = faces[project.name] ?? faces['desktop']!;
  const context = await browser.newContext({ ...project.use, locale: face.browserLocale });
  const page = await context.newPage();
  const expectNoComplaints = watchConsole(page);
  const file = aFeedbackFile({ rows: 240, seed: face.seed, group: `${project.name} ` });
  const fileName = `patients-${face.seed}.csv`;
  await signInAs(page, 'analyst');

  const { t } = await importThroughBrowser(page, face, fileName, file.content);
  await expect(page.getByLabel(t.best({ metric: 'CSAT' }))).toHaveValue('lowest');
  await expect(page.getByLabel(t.csat)).toHaveValue('fft_score');
  await expect(
    page.getByRole('region', { name: t.previewTitle, exact: true }).getByRole('row'),
  ).toHaveCount(6);
  await expectAccessible(page);
  await page.getByRole('button', { name: t.readFile }).click();

  await expect(page.getByRole('heading', { name: t.departmentsTitle })).toBeVisible();
  await page.getByLabel(t.rest).selectOption('create');
  await page.getByLabel(t.mappingName).fill(`Patients ${face.seed}`);
  await expectAccessible(page);
  await page.getByRole('button', { name: t.runDry }).click();

  const commit = page.getByRole('button', { name: t.commit({ rows: '240' }) });
  await expect(commit).toBeVisible({ timeout: 30_000 });
  await expectServices(page, file.services, t.perDepartment);
  await expectAccessible(page);
  await commit.click();

  await expect(page.getByText(t.doneGood({ rows: '240' }))).toBeVisible({ timeout: 30_000 });
  await expectServices(page, file.services, t.perDepartment);
  await expectAccessible(page);

  const first = file.services[0]!;
  const scorecard = page.getByRole('link', { name: first.service, exact: true });
  const address = new URL((await scorecard.getAttribute('href')) ?? '', page.url());
  await scorecard.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(first.service);
  await expectInScorecard(page, address, first);
  await expectAccessible(page);

  const again = await importThroughBrowser(page, face, fileName, file.content);
  await expect(page.getByText(t.filledFrom({ name: `Patients ${face.seed}` }))).toBeVisible();
  await page.getByRole('button', { name: again.t.readFile }).click();
  await page.getByRole('button', { name: t.runDry }).click();
  await expect(page.getByText(t.nothingNew)).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await page.getByRole('button', { name: t.commit({ rows: '0' }) }).click();
  await expect(page.getByText(t.doneSame)).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await expectInScorecard(page, address, first);
  expectNoComplaints();
  await context.close();
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
    .poll(async () => (await read())['csat']?.n, { timeout: 70_000, intervals: [1_000] })
    .toBe(scored);
  expect((await read())['csat']?.value).toBeCloseTo((100 * satisfied) / scored, 6);
}

test('a file that cannot be read is refused with the line and what was expected', async ({
  page,
}) => {
  const t = importMessages.en;
  await signInAs(page, 'analyst');
  await page.goto('/imports/new');
  await expectAccessible(page);
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
}, { project }) => {
  const face: Faces = {
    language: 'en',
    browserLocale: 'en-GB',
    seed: project.name === 'phone' ? 7 : 6,
  };
  const unit = `Counter ${project.name}`;
  const bad = `service,date,score,comment\n${unit},2026-03-01,4,fine\n${unit},13/04/2026,5,other date\n${unit},2026-03-03,9,off scale\n`;
  await signInAs(page, 'analyst');
  const store = async (content: string, rows: string) => {
    const { t } = await importThroughBrowser(page, face, 'counter.csv', content);
    await page.getByLabel(t.csat).selectOption('score');
    await page.getByLabel(t.best({ metric: 'CSAT' })).selectOption('highest');
    await page.getByLabel(t.nps).selectOption('');
    await page.getByRole('button', { name: t.readFile }).click();
    await expect(page.getByRole('heading', { name: t.departmentsTitle })).toBeVisible();
    const rest = page.getByLabel(t.rest);
    if (await rest.isVisible()) await rest.selectOption('create');
    await page.getByRole('button', { name: t.runDry }).click();
    await page.getByRole('button', { name: t.commit({ rows }) }).click({ timeout: 30_000 });
    await expect(page.getByText(t.doneGood({ rows }))).toBeVisible({ timeout: 30_000 });
    return t;
  };
  const t = await store(bad, '1');
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
