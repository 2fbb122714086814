import { type Browser, expect, type Page, test } from '@playwright/test';

import { identityMessages } from '../../app/locales/identity';
import { organisationMessages } from '../../app/locales/organisation';
import { expectAccessible } from './steps/expect-accessible';
import { signInAs } from './steps/sign-in-as';
import { watchConsole } from './steps/watch-console';

interface Face {
  language: 'en' | 'zh';
  browserLocale: string;
  /** Keeps apart what the two runs make in one demo organisation. */
  mark: string;
}

const faces: Readonly<Record<string, Face>> = {
  desktop: { language: 'en', browserLocale: 'en-GB', mark: 'd' },
  phone: { language: 'zh', browserLocale: 'zh-CN', mark: 'p' },
};
const faceOf = (project: string): Face => faces[project] ?? faces['desktop']!;

const contextOf = async (browser: Browser, project: { name: string; use: object }, more = {}) =>
  browser.newContext({ ...project.use, locale: faceOf(project.name).browserLocale, ...more });

async function addPerson(page: Page, face: Face, name: string): Promise<string> {
  const t = organisationMessages[face.language];
  const email = `${name.toLowerCase()}.${face.mark}@access.example`;
  const main = page.getByRole('main');
  await page.goto('/people/new');
  await main.getByLabel(t.name, { exact: true }).fill(`${name} Access`);
  await main.getByLabel(t.number, { exact: true }).fill(`ACC-${name}-${face.mark}`);
  await main.getByLabel(t.email).fill(email);
  await main
    .getByLabel(t.language)
    .selectOption({ label: face.language === 'en' ? t.english : t.chinese });
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
}, { project }) => {
  test.setTimeout(180_000);
  const face = faceOf(project.name);
  const t = identityMessages[face.language];
  const office = await contextOf(browser, project);
  const admin = await office.newPage();
  const expectNoComplaints = watchConsole(admin);
  await signInAs(admin, 'admin');
  const email = await addPerson(admin, face, 'Nora');
  const persons = admin.url();

  const panel = admin.getByRole('region', { name: t.access });
  await expect(panel).toContainText(t.accessNoneText);
  await expectAccessible(admin);
  await panel.getByRole('button', { name: t.invite }).click();
  await expect(panel.getByText(t.invitationSent)).toBeVisible();
  await expect(panel.getByRole('button', { name: t.inviteAgain })).toBeVisible();
  await expectAccessible(admin);
  const invitation = await linkMailedTo(admin, email, 1);
  await expectAccessible(admin);

  // Nobody is signed in here, and no script runs.
  const home = await contextOf(browser, project, { javaScriptEnabled: false });
  const person = await home.newPage();
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
  await expectAccessible(admin);

  const elsewhere = await contextOf(browser, project, { javaScriptEnabled: false });
  const forgetful = await elsewhere.newPage();
  await forgetful.goto('/sign-in');
  await forgetful.getByRole('link', { name: t.forgotPassword }).click();
  await forgetful.getByLabel(t.email).fill('nora');
  await forgetful.getByRole('button', { name: t.sendLink }).click();
  await expect(forgetful.getByRole('alert')).toBeVisible();
  await expect(forgetful.getByLabel(t.email)).toHaveValue('nora');
  for (const address of [`stranger.${face.mark}@access.example`, email]) {
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
  await Promise.all([office.close(), home.close(), elsewhere.close()]);
});

test('several people are invited at once from the list', async ({ browser }, { project }) => {
  test.setTimeout(120_000);
  const face = faceOf(project.name);
  const t = identityMessages[face.language];
  const context = await contextOf(browser, project);
  const page = await context.newPage();
  const expectNoComplaints = watchConsole(page);
  await signInAs(page, 'admin');
  const emails = [await addPerson(page, face, 'Olga'), await addPerson(page, face, 'Pavel')];

  await page.goto(`/people?q=.${face.mark}@access.example`);
  await expectAccessible(page);
  await page.getByRole('button', { name: t.inviteChosen }).click();
  await expect(page.getByText(t.inviteNobodyChosen)).toBeVisible();
  await page.getByRole('link', { name: t.backToPeople }).click();

  await page.goto(`/people?q=.${face.mark}@access.example`);
  await page.getByLabel(t.choosePerson({ name: 'Olga Access' })).check();
  await page.getByLabel(t.choosePerson({ name: 'Pavel Access' })).check();
  await page.getByRole('button', { name: t.inviteChosen }).click();
  await expect(page.getByText(t.inviteCount({ count: 2, formatted: '2' }))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: t.inviteVerb({ count: 2, formatted: '2' }) }).click();
  await expect(page.getByText(t.inviting({ count: 2, formatted: '2' }))).toBeVisible();
  for (const email of emails) await linkMailedTo(page, email, 1);

  await page.goto(`/people?q=ACC-Olga-${face.mark}`);
  await page.getByRole('link', { name: t.inviteAll }).click();
  await expect(page.getByText(t.inviteNobodyText)).toBeVisible();
  await expectAccessible(page);
  expectNoComplaints();
  await context.close();
});

test('the pages for people who cannot sign in yet can be used by everybody', async ({
  page,
  browser,
}, { project }) => {
  await page.goto('/sign-in');
  await expectAccessible(page);
  await page.goto('/forgot-password');
  await expectAccessible(page);
  await page.goto('/welcome/nobody-ever-had-this-link');
  await expect(
    page.getByRole('heading', { level: 1, name: identityMessages.en.spentTitle }),
  ).toBeVisible();
  await expectAccessible(page);

  const face = faceOf(project.name);
  const office = await contextOf(browser, project);
  const admin = await office.newPage();
  await signInAs(admin, 'admin');
  const email = await addPerson(admin, face, 'Quinn');
  await admin.getByRole('button', { name: identityMessages[face.language].invite }).click();
  await page.goto(await linkMailedTo(admin, email, 1));
  await expectAccessible(page);
  await office.close();
});
