import { type Browser, expect, type Page, test } from '@playwright/test';

import { identityMessages } from '../../app/locales/identity';
import { organisationMessages } from '../../app/locales/organisation';
import { randomId } from '../../platform/ids';
import { expectAccessible } from './steps/expect-accessible';
import { signInAs } from './steps/sign-in-as';
import { untilScripted } from './steps/until-scripted';
import { watchConsole } from './steps/watch-console';

/** Keeps apart what several runs make in one demo organisation. */
const mark = randomId().slice(0, 8);
const t = identityMessages.zh;

test.use({ locale: 'zh-CN' });

const openAtHome = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ javaScriptEnabled: false })).newPage();

async function addPerson(page: Page, name: string): Promise<string> {
  const t = organisationMessages.zh;
  const email = `${name.toLowerCase()}.${mark}@access.example`;
  const main = page.getByRole('main');
  await page.goto('/people/new');
  await main.getByLabel(t.name, { exact: true }).fill(`${name} Access`);
  await main.getByLabel(t.number, { exact: true }).fill(`ACC-${name}-${mark}`);
  await main.getByLabel(t.email).fill(email);
  await main.getByLabel(t.language).selectOption({ label: t.chinese });
  await main.getByLabel(t.hiredOn).fill('2025-02-03');
  await main.getByLabel(t.department).selectOption({ index: 1 });
  await main.getByLabel(t.position).fill('Adviser');
  await page.getByRole('button', { name: t.addPersonVerb }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${name} Access` })).toBeVisible();
  return email;
}

/** The link of the newest mail to the address that has one, as an administrator of the demo organisation reads it. */
async function linkMailedTo(page: Page, email: string, mails: number): Promise<string> {
  await expect(async () => {
    await page.goto(`/settings/outbox?q=${encodeURIComponent(email)}`);
    await expect(page.getByRole('rowheader')).toHaveCount(mails, { timeout: 500 });
  }).toPass();
  await page.getByRole('rowheader').first().getByRole('link').click();
  const link = page.getByRole('main').getByRole('link', { name: /\/welcome\// });
  const href = await link.getAttribute('href');
  return new URL(href ?? '').pathname + new URL(href ?? '').search;
}

test('a person who was added is invited, chooses a password, forgets it, and gets another', async ({
  browser,
  page: admin,
}) => {
  test.setTimeout(240_000);
  const expectNoComplaints = watchConsole(admin);
  await signInAs(admin, 'admin');
  const email = await addPerson(admin, 'Nora');
  const persons = admin.url();

  const panel = admin.getByRole('region', { name: t.access });
  await expect(panel).toContainText(t.accessNoneText);
  await panel.getByRole('button', { name: t.invite }).click();
  await expect(panel.getByText(t.invitationSent)).toBeVisible();
  await expect(panel.getByRole('button', { name: t.inviteAgain })).toBeVisible();
  await expectAccessible(admin);
  const invitation = await linkMailedTo(admin, email, 1);

  // Nobody is signed in here, and no script runs.
  const person = await openAtHome(browser);
  await person.goto(invitation);
  await expect(
    person.getByRole('heading', { level: 1, name: t.welcomeTitle({ name: 'Nora Access' }) }),
  ).toBeVisible();
  await expect(person.getByText(t.passwordRuleLength)).toBeVisible();
  const password = person.getByLabel(t.password, { exact: true });
  await password.fill('short');
  await person.getByRole('button', { name: t.choosePasswordVerb }).click();
  await expect(password).toHaveValue('short');
  await password.fill('a first good password');
  await person.getByRole('button', { name: t.choosePasswordVerb }).click();
  await expect(person).toHaveURL(/\/$/);
  await expect(person.getByRole('heading', { level: 1 })).toContainText('Nora');

  const spent = await person.goto(invitation);
  expect(spent?.status()).toBe(404);
  await expect(person.getByRole('heading', { level: 1, name: t.spentTitle })).toBeVisible();

  await admin.goto(persons);
  await expect(panel).toContainText(t.accessActiveText);
  await expect(panel).toContainText(email);

  const forgetful = await openAtHome(browser);
  await forgetful.goto('/sign-in');
  await forgetful.getByRole('link', { name: t.forgotPassword }).click();
  await forgetful.getByLabel(t.email).fill('nora');
  await forgetful.getByRole('button', { name: t.sendLink }).click();
  await expect(forgetful.getByRole('alert')).toBeVisible();
  await expect(forgetful.getByLabel(t.email)).toHaveValue('nora');
  for (const address of [`stranger.${mark}@access.example`, email]) {
    await forgetful.goto('/forgot-password');
    await forgetful.getByLabel(t.email).fill(address);
    await forgetful.getByRole('button', { name: t.sendLink }).click();
    await expect(forgetful.getByText(t.linkSent({ email: address }))).toBeVisible();
  }
  const reset = await linkMailedTo(admin, email, 2);
  await forgetful.goto(reset);
  await expect(forgetful.getByRole('heading', { level: 1, name: t.resetTitle })).toBeVisible();
  await forgetful.getByLabel(t.password, { exact: true }).fill('a second good password');
  await forgetful.getByRole('button', { name: t.choosePasswordVerb }).click();
  await expect(forgetful.getByRole('heading', { level: 1 })).toContainText('Nora');

  // The device that was signed in before is so no more.
  await person.goto('/account');
  await expect(person).toHaveURL(/\/sign-in/);
  await person.getByLabel(t.email).fill(email);
  await person.getByLabel(t.password, { exact: true }).fill('a first good password');
  await person.getByRole('button', { name: t.signIn, exact: true }).click();
  await expect(person.getByRole('alert')).toBeVisible();
  await person.getByLabel(t.password, { exact: true }).fill('a second good password');
  await person.getByRole('button', { name: t.signIn, exact: true }).click();
  await expect(person.getByRole('main')).toContainText(email);

  await admin.goto('/settings/audit?q=identity.reset_password');
  await expect(admin.getByRole('row').nth(1)).toContainText('Nora Access');

  await admin.goto(persons);
  await panel.getByRole('button', { name: t.withdrawFrom({ name: 'Nora Access' }) }).click();
  const dialog = admin.getByRole('dialog');
  await expect(dialog).toContainText(t.withdrawText);
  await dialog.getByRole('button', { name: t.withdraw }).click();
  await expect(panel).toContainText(t.accessWasWithdrawn);
  await person.goto('/account');
  await expect(person).toHaveURL(/\/sign-in/);
  await panel.getByRole('button', { name: t.giveAgain }).click();
  await expect(panel.getByRole('button', { name: t.inviteAgain })).toBeVisible();

  expectNoComplaints();
  await Promise.all([person.context().close(), forgetful.context().close()]);
});

test('several people are invited at once from the list', async ({ page }) => {
  const expectNoComplaints = watchConsole(page);
  await signInAs(page, 'admin');
  const emails = [await addPerson(page, 'Olga'), await addPerson(page, 'Pavel')];

  await page.goto(`/people?q=.${mark}@access.example`);
  await page.getByRole('button', { name: t.inviteChosen }).click();
  await expect(page.getByText(t.inviteNobodyChosen)).toBeVisible();
  await page.getByRole('link', { name: t.backToPeople }).click();

  await page.goto(`/people?q=.${mark}@access.example`);
  await untilScripted(page.getByLabel(t.choosePerson({ name: 'Pavel Access' })));
  await page.getByLabel(t.choosePerson({ name: 'Olga Access' })).check();
  await page.getByLabel(t.choosePerson({ name: 'Pavel Access' })).check();
  await page.getByRole('button', { name: t.inviteChosen }).click();
  await expect(page.getByText(t.inviteCount({ count: 2, formatted: '2' }))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: t.inviteVerb({ count: 2, formatted: '2' }) }).click();
  await expect(page.getByText(t.inviting({ count: 2, formatted: '2' }))).toBeVisible();
  for (const email of emails) await linkMailedTo(page, email, 1);

  await page.goto(`/people?q=ACC-Olga-${mark}`);
  await page.getByRole('link', { name: t.inviteAll }).click();
  await expect(page.getByText(t.inviteNobodyText)).toBeVisible();
  expectNoComplaints();
});

test('the page on which somebody who was invited chooses a password can be used by everybody', async ({
  page,
}) => {
  await signInAs(page, 'admin');
  const email = await addPerson(page, 'Quinn');
  await page.getByRole('button', { name: t.invite }).click();
  const invitation = await linkMailedTo(page, email, 1);
  await page.context().clearCookies();
  await page.goto(invitation);
  await expect(
    page.getByRole('heading', { level: 1, name: t.welcomeTitle({ name: 'Quinn Access' }) }),
  ).toBeVisible();
  await expectAccessible(page);
});
