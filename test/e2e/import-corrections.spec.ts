import { expect, type Page, test } from '@playwright/test';

import { feedbackMessages } from '../../app/locales/feedback';
import { importMessages } from '../../app/locales/imports';
import { organisationMessages } from '../../app/locales/organisation';
import { expectAccessible } from './steps/expect-accessible';
import { signInAs } from './steps/sign-in-as';
import { watchConsole } from './steps/watch-console';

const t = importMessages.en;
const words = feedbackMessages.en;
const patience = { timeout: 60_000 };

const header = 'ticket_no,shop,date,csat,comment';
const rowsOf = (first: string) => [
  `1,Harbour kiosk,2026-03-01,${first},the lift was out of order`,
  '2,Harbour kiosk,2026-03-31,1,all was well',
];
const fileOf = (first = '5') => [header, ...rowsOf(first)].join('\n');

/** Uploads the file and goes on to the end of the dry run. */
async function dryRun(page: Page, content: string, best: 'highest' | 'lowest'): Promise<void> {
  await page.goto('/imports/new');
  await page
    .getByLabel(t.chooseFile)
    .setInputFiles({ name: 'harbour.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: t.upload }).click();
  await expect(page.getByLabel(t.source)).toHaveValue('harbour');
  await page.getByLabel(t.csat).selectOption('csat');
  await page.getByLabel(t.best({ metric: 'CSAT' })).selectOption(best);
  await page.getByLabel(t.rowId, { exact: false }).selectOption('ticket_no');
  await page.getByRole('button', { name: t.readFile }).click();
  await expect(page.getByRole('heading', { name: t.departmentsTitle })).toBeVisible(patience);
  const undecided = page.getByLabel(`${t.belongsTo}: Harbour kiosk`);
  if ((await undecided.inputValue()) === '') await undecided.selectOption('create');
  await page.getByRole('button', { name: t.runDry }).click();
}

async function store(page: Page, button: string, told: string): Promise<string> {
  await page.getByRole('button', { name: button }).click(patience);
  await expect(page.getByText(told)).toBeVisible(patience);
  return new URL(page.url()).pathname;
}

/** The browser is handed to somebody else, who finds nobody signed in. */
async function handTo(page: Page, name: 'admin' | 'analyst'): Promise<void> {
  await page.context().clearCookies();
  await signInAs(page, name);
}

async function setTimeZone(page: Page, timeZone: string): Promise<void> {
  const w = organisationMessages.en;
  await handTo(page, 'admin');
  await page.goto('/settings/organisation');
  await page.getByLabel(w.timeZone).selectOption(timeZone);
  await page.getByRole('button', { name: w.save }).click();
  await expect(page.getByText(w.saved)).toBeVisible();
}

test('an import is corrected, the same in another zone, taken back, and one of its rows held and released', async ({
  page,
}) => {
  test.setTimeout(480_000);
  const expectNoComplaints = watchConsole(page);
  await signInAs(page, 'analyst');

  await dryRun(page, fileOf(), 'lowest');
  const first = await store(page, t.commit({ rows: '2' }), t.doneGood({ rows: '2' }));

  // The best end was chosen wrongly: the same file, read rightly, corrects its rows.
  await dryRun(page, fileOf(), 'highest');
  await expect(page.getByText(t.earlierCorrects)).toBeVisible(patience);
  const changes = page.getByRole('region', { name: t.wouldChangeTitle }).getByRole('row');
  await expect(changes).toHaveText([/Before/, /2CSAT15/, /3CSAT51/]);
  await expectAccessible(page);
  const corrected = t.doneChanged({ rows: '0', changed: '2' });
  const second = await store(page, t.commitChanges({ rows: '0', changed: '2' }), corrected);
  await expectAccessible(page);

  await page.goto(first);
  await expect(page.getByText(t.takeBackBlocked)).toBeVisible();
  await expect(
    page.getByRole('button', { name: t.takeBackOf({ name: 'harbour.csv' }) }),
  ).toBeHidden();

  await page.goto('/feedback?q=out+of+order&period=2026-03');
  await page.getByRole('link', { name: words.openEntry({ text: 'the lift' }) }).click();
  await page.getByLabel(words.reason).fill('Written by our own staff');
  await page.getByRole('button', { name: words.hold }).click();
  await expect(page.getByText(words.isHeld)).toBeVisible();
  const entry = page.url();
  await page.goto('/feedback?q=out+of+order&period=2026-03');
  await expect(page.getByText(words.empty)).toBeVisible();
  await page.goto('/feedback/held');
  await expect(page.getByRole('table')).toContainText('Written by our own staff');
  await page.goto(entry);
  await page.getByLabel(words.reason).fill('It was a customer');
  await page.getByRole('button', { name: words.release }).click();
  await expect(page.getByText('It was a customer')).toBeVisible();
  await expect(page.getByText(words.isHeld)).toBeHidden();

  try {
    await setTimeZone(page, 'Pacific/Auckland');
    await handTo(page, 'analyst');
    await dryRun(page, fileOf(), 'highest');
    await expect(page.getByText(t.nothingNew)).toBeVisible(patience);
  } finally {
    await setTimeZone(page, 'Europe/London');
  }

  await handTo(page, 'analyst');
  for (const [address, told] of [
    [second, t.takenBack({ rows: '0', changed: '2' })],
    [first, t.takenBack({ rows: '2', changed: '0' })],
  ] as const) {
    await page.goto(address);
    await page.getByRole('button', { name: t.takeBackOf({ name: 'harbour.csv' }) }).click();
    const dialog = page.getByRole('dialog');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: t.takeBack, exact: true }).click();
    await expect(page.getByText(told)).toBeVisible(patience);
  }
  await page.goto('/feedback?q=out+of+order&period=2026-03');
  await expect(page.getByText(words.empty)).toBeVisible();
  expectNoComplaints();
});
