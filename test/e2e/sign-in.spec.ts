import { expect, test } from '@playwright/test';

import { expectAccessible } from './steps/expect-accessible';
import { forgetSessionOf, signInAs, signInByButton } from './steps/sign-in-as';
import { untilScripted } from './steps/until-scripted';
import { watchConsole } from './steps/watch-console';

const password = 'aster-home-demo';

test.describe('signing in', () => {
  test('with a demo account leads to the page that was asked for', async ({ page }) => {
    const expectNoComplaints = watchConsole(page);
    await page.goto('/account?from=mail');
    await expect(page).toHaveURL(/\/sign-in\?to=/);
    await page.getByRole('button', { name: /Executive/ }).click();
    await expect(page).toHaveURL(/\/account\?from=mail$/);
    await expect(page.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
    expectNoComplaints();
  });

  test('with a wrong password keeps the mail address and says what to do, with scripts and without', async ({
    page,
    browser,
  }) => {
    await page.goto('/sign-in');
    await page.getByLabel('Mail address').fill('executive@aster.example');
    await page.getByLabel('Password', { exact: true }).fill('a wrong one');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText(
      'The mail address or the password is wrong.',
    );
    await expect(page.getByLabel('Mail address')).toHaveValue('executive@aster.example');
    await expectAccessible(page);

    const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
    const withoutScripts = await plain.newPage();
    await withoutScripts.goto('/sign-in');
    await withoutScripts.getByLabel('邮箱').fill('nobody@aster.example');
    await withoutScripts.getByLabel('密码').fill('a wrong one');
    await withoutScripts.getByRole('button', { name: '登录', exact: true }).click();
    await expect(withoutScripts.getByRole('alert')).toContainText('邮箱或密码不正确。');
    await expect(withoutScripts.getByLabel('邮箱')).toHaveValue('nobody@aster.example');
    await withoutScripts.getByLabel('邮箱').fill('executive@aster.example');
    await withoutScripts.getByLabel('密码').fill(password);
    await withoutScripts.getByRole('button', { name: '登录', exact: true }).click();
    await expect(withoutScripts.getByRole('heading', { level: 1 })).toContainText('您好');
    await plain.close();
  });

  test('ends everywhere when the person says so', async ({ page, browser }) => {
    await signInByButton(page, 'employee2');
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await signInByButton(other, 'employee2');
    // Every session of that account ends, the one that other tests have too.
    forgetSessionOf('employee2');
    await other.goto('/account');
    await other.getByRole('button', { name: 'Sign out everywhere' }).click();
    const dialog = other.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await expectAccessible(other);
    await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
    await expect(other).toHaveURL(/\/sign-in/);
    await page.goto('/account');
    await expect(page).toHaveURL(/\/sign-in/);
    await elsewhere.close();
  });
});

test.describe('the frame', () => {
  test('speaks Chinese and turns dark without scripts, and remembers it', async ({ browser }) => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const page = await plain.newPage();
    await page.goto('/sign-in');
    await page.getByText('Language, Appearance').or(page.locator('summary')).first().click();
    await page.getByRole('button', { name: '简体中文' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '登录' })).toBeVisible();
    await page.locator('summary').first().click();
    await page.getByRole('button', { name: '深色' }).click();
    await page.goto('/sign-in');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await plain.close();
  });

  test('finds a department from the keyboard', async ({ page }) => {
    await signInAs(page, 'executive');
    await page.goto('/');
    const search = page.getByRole('combobox', { name: /Search people/ });
    await untilScripted(page.getByRole('banner').getByRole('link', { name: /^Search/ }));
    // A second press closes it again: the first is given time.
    await expect(async () => {
      await page.keyboard.press('Control+k');
      await expect(search).toBeVisible({ timeout: 15_000 });
    }).toPass();
    await search.fill('Camden');
    await expect(page.getByRole('option', { name: /Camden/ })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/scorecards\//);
  });

  test('answers an address that is none with a page that helps', async ({ page }) => {
    await signInAs(page, 'employee');
    const response = await page.goto('/no/such/page');
    expect(response?.status()).toBe(404);
    await expect(
      page.getByRole('heading', { level: 1, name: 'There is no such page' }),
    ).toBeVisible();
    await expect(page.getByText(/Request number/)).toBeVisible();
  });
});

test('an administrator grants and revokes a role', async ({ page }) => {
  const person = 'Aisha Bell';
  await signInAs(page, 'admin');
  await page.goto('/settings/roles');
  await page.getByRole('searchbox').fill(person);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('link', { name: `Grant ${person} a role` }).click();
  await page.getByLabel('Role', { exact: true }).selectOption('Department head');
  await page.getByRole('button', { name: 'Grant role' }).click();
  await expect(page.getByRole('alert')).toContainText(
    'Choose the department that this person heads.',
  );
  await expectAccessible(page);
  await page.getByLabel('Department', { exact: true }).selectOption({ index: 2 });
  await page.getByRole('button', { name: 'Grant role' }).click();
  await expect(page.getByText('The role is granted.')).toBeVisible();
  await page.getByRole('button', { name: `Revoke Department head from ${person}` }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('The role is revoked.')).toBeVisible();
});
