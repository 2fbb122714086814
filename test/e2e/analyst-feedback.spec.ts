import { expect, test } from '@playwright/test';

import { feedbackMessages } from '../../app/locales/feedback';
import { randomId } from '../../platform/ids';
import { expectAccessible } from './steps/expect-accessible';
import { signInAs } from './steps/sign-in-as';
import { watchConsole } from './steps/watch-console';

const t = feedbackMessages.en;

test('an analyst narrows comments to the critical ones and goes on page by page', async ({
  page,
}) => {
  const expectNoComplaints = watchConsole(page);
  await signInAs(page, 'analyst');
  await page.goto('/feedback');
  await expect(page.getByRole('listitem').filter({ has: page.locator('time') })).toHaveCount(25);
  await page.getByLabel(t.score, { exact: true }).selectOption('low');
  await expect(page).toHaveURL(/score=low/);
  const chip = t.chip({ name: t.score, value: t.bandLow });
  await expect(page.getByText(chip)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/after=/);
  await page.getByRole('link', { name: `Remove filter ${chip}` }).click();
  await expect(page).not.toHaveURL(/score=|after=/);
  expectNoComplaints();
});

test('an analyst adds a touchpoint and takes it out of use', async ({ page }) => {
  const run = randomId().slice(0, 8);
  const name = `Newsletter ${run}`;
  await signInAs(page, 'analyst');
  await page.goto('/touchpoints');
  await page.getByRole('link', { name: t.newTouchpoint }).click();
  await page.getByLabel(t.nameEn).fill(name);
  await page.getByLabel(t.nameZh).fill('简报');
  await page.getByLabel(t.code, { exact: true }).fill('store_visit');
  await page.getByRole('button', { name: t.save }).click();
  await expect(page.getByRole('alert')).toContainText('The code store_visit is taken.');
  await expectAccessible(page);
  await page.getByLabel(t.code, { exact: true }).fill(`newsletter_${run}`);
  await page.getByRole('button', { name: t.save }).click();
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('button', { name: t.archive })).toBeVisible();
  await page.getByRole('button', { name: t.archive }).click();
  await expect(page).toHaveURL(/\/touchpoints$/);
  await expect(page.getByRole('link', { name })).toHaveCount(0);
});
