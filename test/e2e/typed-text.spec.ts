import { expect, type Page, test } from '@playwright/test';

import { feedbackMessages } from '../../app/locales/feedback';
import { formMessages } from '../../app/locales/forms';
import { importMessages } from '../../app/locales/imports';
import { reviewTemplateMessages } from '../../app/locales/review-templates';
import { shellMessages } from '../../app/locales/shell';
import { randomId } from '../../platform/ids';
import { roleNames } from '../../universal/role-names';
import { expectAccessible } from './steps/expect-accessible';
import { type DemoAccountName, signInAs, signInByButton } from './steps/sign-in-as';
import { untilScripted } from './steps/until-scripted';

const t = reviewTemplateMessages.en;
const forms = formMessages.en;

const competency = (page: Page, number: number) =>
  page.getByLabel(t.competencyLabel({ number, language: t.english }));

const drafts = (page: Page) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('draft:')));

/** Writes a new template, with rows that the form does not begin with. */
async function writeTemplate(page: Page, name: string): Promise<void> {
  await page.goto('/review-templates/new');
  await untilScripted(page.getByRole('button', { name: t.addCompetency }));
  await page.getByLabel(t.english, { exact: true }).fill(name);
  await competency(page, 1).fill('Listens');
  await page.getByRole('button', { name: t.addCompetency }).click();
  await competency(page, 2).fill('Keeps promises');
  await page.getByRole('button', { name: t.addIndicator }).click();
  await page.getByLabel(t.target, { exact: true }).nth(1).fill('61');
}

async function expectTemplate(page: Page, name: string): Promise<void> {
  await expect(page.getByText(forms.restored)).toBeVisible();
  await expect(page.getByLabel(t.english, { exact: true })).toHaveValue(name);
  await expect(competency(page, 1)).toHaveValue('Listens');
  await expect(competency(page, 2)).toHaveValue('Keeps promises');
  await expect(page.getByLabel(t.target, { exact: true }).nth(1)).toHaveValue('61');
}

/** Signs in on the page to which an ended session leads. */
async function signInHere(page: Page, name: DemoAccountName): Promise<void> {
  await expect(page).toHaveURL(/\/sign-in/);
  await page.locator(`button[name="demoAccount"][value="${name}@aster.example"]`).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

test('what is typed outlives a reload and the end of the session, for its writer alone', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const name = `Unsent ${randomId().slice(0, 8)}`;
  await signInByButton(page, 'hr');
  await writeTemplate(page, name);
  await page.reload();
  await expectTemplate(page, name);
  await expectAccessible(page);

  await page.context().clearCookies();
  await page.getByRole('button', { name: t.save, exact: true }).click();
  await signInHere(page, 'hr');
  await expect(page).toHaveURL(/\/review-templates\/new$/);
  await expectTemplate(page, name);

  await page.context().clearCookies();
  await page.getByRole('button', { name: t.save, exact: true }).click();
  await signInHere(page, 'admin');
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
  await expect.poll(() => drafts(page)).toEqual([]);

  // Signing out takes it from every tab.
  await page.context().clearCookies();
  await signInByButton(page, 'hr');
  await writeTemplate(page, name);
  expect(await drafts(page)).toHaveLength(1);
  const other = await page.context().newPage();
  await other.goto('/account');
  await other.getByRole('banner').locator('summary').click();
  await other.getByRole('button', { name: shellMessages.en.signOut, exact: true }).click();
  await expect(other).toHaveURL(/\/sign-in/);
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await drafts(page)).toEqual([]);
});

/** Gives somebody the role of an analyst, and takes it away again. */
async function grantAnalyst(admin: Page, email: string): Promise<() => Promise<void>> {
  await signInAs(admin, 'admin');
  await admin.goto(`/settings/roles?q=${encodeURIComponent(email)}`);
  await admin.getByRole('link', { name: /^Grant .* a role$/ }).click();
  await admin.getByLabel('Role', { exact: true }).selectOption({ label: roleNames.analyst.en });
  await admin.getByRole('button', { name: 'Grant role' }).click();
  await expect(admin.getByText('The role is granted.')).toBeVisible();
  return async () => {
    await admin
      .getByRole('button', { name: new RegExp(`^Revoke ${roleNames.analyst.en} from `) })
      .click();
    await admin.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await expect(admin.getByText('The role is revoked.')).toBeVisible();
  };
}

test('what is typed into a form that its writer may not see any more can be copied', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const admin = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  const revoke = await grantAnalyst(admin, 'employee2@aster.example');
  await signInByButton(page, 'employee2');
  await page.goto('/journeys/new');
  const name = page.getByLabel(feedbackMessages.en.nameEn);
  await untilScripted(name);
  await name.fill('A name that nobody should lose');
  await page.getByLabel(feedbackMessages.en.nameZh).fill('名称');
  await revoke();
  await page.getByRole('button', { name: feedbackMessages.en.save }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
  await expect(page.getByText('A name that nobody should lose')).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText('A name that nobody should lose')).toBeVisible();
  await admin.context().close();
});

test('two windows that read one import differently show both, and store what was seen', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const w = importMessages.en;
  const patience = { timeout: 60_000 };
  const mark = randomId().slice(0, 8);
  const content = `shop,area,day,nps\nKiosk ${mark},North,2026-03-02,9\n`;
  await signInAs(page, 'analyst');
  await page.goto('/imports/new');
  await page.getByLabel(w.chooseFile).setInputFiles({
    name: `${mark}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  });
  await page.getByRole('button', { name: w.upload }).click();
  await expect(page.getByRole('heading', { name: w.columnsTitle })).toBeVisible(patience);
  const other = await page.context().newPage();
  await other.goto(page.url());
  for (const [window, column] of [
    [page, 'shop'],
    [other, 'area'],
  ] as const) {
    await untilScripted(window.getByRole('button', { name: w.readFile }));
    await window.getByLabel(w.department1, { exact: true }).selectOption(column);
    await window.getByLabel(w.source).fill(`Source ${column} ${mark}`);
  }
  await page.getByRole('button', { name: w.readFile }).click();
  await expect(page.getByRole('heading', { name: w.departmentsTitle })).toBeVisible(patience);

  await other.getByRole('button', { name: w.readFile }).click();
  const both = other.getByRole('region', { name: forms.changedTitle });
  await expect(both).toContainText(`Source shop ${mark}`);
  await expect(both).toContainText(`Source area ${mark}`);
  await expect(other.getByLabel(w.department1, { exact: true })).toHaveValue('area');
  await expectAccessible(other);
  await other.reload();
  await expect(other.getByLabel(w.source)).toHaveValue(`Source area ${mark}`);
  await other.getByRole('button', { name: w.readFile }).click();
  await both.getByRole('checkbox').check();
  await other.getByRole('button', { name: w.readFile }).click();
  await expect(other.getByRole('rowheader', { name: 'North' })).toBeVisible(patience);
});
