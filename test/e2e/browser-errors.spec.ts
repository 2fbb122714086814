import { expect, test } from '@playwright/test';

import { signInAs } from './steps/sign-in-as';
import { untilScripted } from './steps/until-scripted';

test.skip(({ isMobile }) => isMobile, 'the same scripts run on a phone');

test('an error in the browser is called so and told once', async ({ page }) => {
  await signInAs(page, 'executive');
  const told: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/browser-errors')) told.push(request.postData() ?? '');
  });
  await page.goto('/account');
  await untilScripted(page.locator('nav a[href="/scorecards"]').first());
  // Formats of numbers are made when the first page with numbers is drawn.
  await page.evaluate(() => Object.assign(Intl, { NumberFormat: undefined }));
  await page.locator('nav a[href="/scorecards"]').first().click();
  await expect(
    page.getByRole('heading', { name: 'This page stopped working in your browser' }),
  ).toBeVisible();
  await expect(page.getByText(/on our side/)).toHaveCount(0);
  await expect
    .poll(() => told.filter((body) => /is\+not\+a\+constructor/.test(body)).length)
    .toBe(1);
});
