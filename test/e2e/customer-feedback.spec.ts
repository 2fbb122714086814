import { expect, type Page, test } from '@playwright/test';

import { expectAnswerable } from './steps/expect-answerable';
import { signInAs } from './steps/sign-in-as';
import { watchConsole } from './steps/watch-console';

/** Creates a link as the analyst and gives its address. */
async function createLink(page: Page, channel: string): Promise<string> {
  await signInAs(page, 'analyst');
  await page.goto('/feedback/links');
  await page.getByLabel('Touchpoint', { exact: true }).selectOption('Store visit');
  await page.getByLabel('Reaches people as').selectOption(channel);
  await page.getByRole('button', { name: 'Create the link' }).click();
  await expect(page.getByText('The link is ready.')).toBeVisible();
  return new URL((await page.locator('a[href*="/f/"]').first().getAttribute('href')) ?? '')
    .pathname;
}

test('an analyst makes a link with a QR code, and takes it out of use', async ({ page }) => {
  const path = await createLink(page, 'QR code');
  await expect(page.getByRole('img', { name: /QR code: Store visit/ })).toBeVisible();
  const drawing = await page.request.get(
    (await page.getByRole('link', { name: /SVG/ }).getAttribute('href')) ?? '',
  );
  expect(await drawing.text()).toContain('<svg');
  await page.getByRole('button', { name: /Take out of use/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take out of use' }).click();
  await expect(page.getByText('The link is out of use.')).toBeVisible();
  const gone = await page.goto(path);
  expect(gone?.status()).toBe(410);
  await expect(page.getByRole('heading', { name: 'This link is no longer in use' })).toBeVisible();
  await expectAnswerable(page);
});

test('a customer gives feedback in Chinese with the keyboard, and it reaches the comments', async ({
  page,
  browser,
}, { project }) => {
  const path = await createLink(page, 'Link');
  const phone = await browser.newContext({ ...project.use, locale: 'zh-CN' });
  const customer = await phone.newPage();
  const expectNoComplaints = watchConsole(customer);
  const requests: string[] = [];
  customer.on('request', (request) => requests.push(request.url()));
  await customer.goto(path);
  expect(requests.length).toBeLessThanOrEqual(2);
  await expect(customer.locator('html')).toHaveAttribute('lang', 'zh-CN');

  // A draft outlives a page that was closed.
  const comment = `店员很耐心 ${project.name}`;
  await customer.getByLabel(/主要原因/).fill(comment);
  await customer.reload();
  await expect(customer.getByLabel(/主要原因/)).toHaveValue(comment);
  expectNoComplaints();

  await customer.getByRole('button', { name: '提交反馈' }).click();
  await expect(customer.getByRole('alert')).toBeFocused();
  await customer.getByRole('alert').getByRole('link').click();
  await expect(customer.locator('#recommend-0')).toBeFocused();
  await expectAnswerable(customer);
  await customer.keyboard.press('1');
  await customer.keyboard.press('0');
  await expect(customer.locator('#recommend-10')).toBeChecked();
  await customer.locator('#satisfaction-1').focus();
  await customer.keyboard.press('4');
  await expect(customer.locator('#satisfaction-4')).toBeChecked();
  await expect(customer.getByLabel(/主要原因/)).toHaveValue(comment);
  await customer.getByRole('button', { name: '提交反馈' }).click();
  await expect(customer.getByRole('heading', { name: '谢谢您' })).toBeVisible();

  // Back leads to the thanks again and sends nothing; whoever opens the link anew meets an empty page.
  await customer.goBack();
  await expect(customer.getByRole('heading', { name: '谢谢您' })).toBeVisible();
  await customer.goto(path);
  await expect(customer.getByLabel(/主要原因/)).toHaveValue('');
  await customer.getByLabel(/主要原因/).fill('留给下一位');
  await customer.goto(path);
  await expect(customer.getByLabel(/主要原因/)).toHaveValue('');
  await customer.getByLabel(/主要原因/).fill('换一种语言');
  await customer.getByRole('link', { name: 'English' }).click();
  await expect(customer.getByLabel(/main reason/)).toHaveValue('换一种语言');
  await phone.close();

  await page.goto('/feedback');
  await expect(page.getByText(comment).first()).toBeVisible();
});

test('a customer gives feedback without JavaScript', async ({ page, browser }, { project }) => {
  const path = await createLink(page, 'Kiosk');
  const plain = await browser.newContext({ ...project.use, javaScriptEnabled: false });
  const customer = await plain.newPage();
  await customer.goto(path);
  await customer.getByLabel(/main reason/).fill('Queued for long');
  await customer.getByRole('button', { name: 'Send feedback' }).click();
  await expect(customer.getByRole('alert')).toContainText('Choose an answer to this question.');
  await expect(customer.getByLabel(/main reason/)).toHaveValue('Queued for long');
  await customer.locator('label[for="recommend-2"]').click();
  await customer.locator('label[for="effort-3"]').click();
  await customer.getByRole('button', { name: 'Send feedback' }).click();
  await expect(customer.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  await plain.close();
});

test('what a customer typed outlives a server that fails, and is sent when it is back', async ({
  page,
  browser,
}) => {
  const path = await createLink(page, 'Link');
  const context = await browser.newContext();
  const customer = await context.newPage();
  await customer.goto(path);
  await customer.locator('label[for="recommend-9"]').click();
  await customer.getByLabel(/main reason/).fill('Still here');
  let refusals = 0;
  await customer.route(`**${path}**`, async (route) => {
    if (route.request().method() === 'POST' && refusals++ === 0) return route.abort();
    return route.continue();
  });
  await customer.getByRole('button', { name: 'Send feedback' }).click();
  await expect(customer.getByRole('status')).toContainText('we try again');
  await expect(customer.getByLabel(/main reason/)).toHaveValue('Still here');
  await expect(customer.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  await context.close();
});

test('an address that is no link says so kindly', async ({ page }) => {
  const response = await page.goto('/f/no-such-link-anywhere');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
});
