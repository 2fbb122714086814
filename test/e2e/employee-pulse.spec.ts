import { expect, test } from '@playwright/test';

import { addDays } from '../../seeds/days';
import { expectAccessible } from './steps/expect-accessible';
import { today } from './steps/product-calendar';
import { signInAs } from './steps/sign-in-as';
import { watchConsole } from './steps/watch-console';

test('an employee answers the pulse from the home page in under a minute', async ({ page }) => {
  const expectNoComplaints = watchConsole(page);
  await signInAs(page, 'employee2');
  await page.goto('/');
  await page.getByRole('link', { name: 'Answer now' }).click();
  await expect(page.getByText('groups with at least 5 answers')).toBeVisible();
  await expect(page.getByText('not your name', { exact: false }).first()).toBeVisible();
  await page.locator('#enps-0').focus();
  await page.keyboard.press('8');
  for (const driver of ['recognition', 'growth', 'workload', 'manager', 'fairness', 'tools']) {
    await page.locator(`label[for="${driver}-4"]`).click();
  }
  await page.getByLabel(/one thing/).fill('A second till on Saturdays.');
  const address = page.url();
  await page.getByRole('button', { name: 'Send answers' }).click();
  await expect(page.getByRole('heading', { name: 'Thank you for your answers' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What happens next' })).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'You have already answered' })).toBeVisible();
  await page.getByRole('link', { name: /earlier results/ }).click();
  await expect(page.getByText('You have answered. Thank you.')).toBeVisible();
  await expectAccessible(page);
  expectNoComplaints();
});

test('an employee answers in Chinese without JavaScript', async ({ page, browser }, {
  project,
}) => {
  await signInAs(page, 'head.stores');
  await page.goto('/');
  const path = await page.getByRole('link', { name: 'Answer now' }).getAttribute('href');
  const plain = await browser.newContext({
    ...project.use,
    javaScriptEnabled: false,
    locale: 'zh-CN',
  });
  const person = await plain.newPage();
  await person.goto(new URL(path ?? '', page.url()).pathname);
  await expect(person.getByText('保密：')).toBeVisible();
  await person.getByRole('button', { name: '提交回答' }).click();
  await expect(person.getByRole('alert')).toContainText('请至少回答一个问题');
  await person.locator('label[for="enps-7"]').click();
  await person.locator('label[for="tools-2"]').click();
  await person.getByRole('button', { name: '提交回答' }).click();
  await expect(person.getByRole('heading', { name: '感谢您的回答' })).toBeVisible();
  await plain.close();
});

test('a manager sees participation while the round is open, and released results of the last one', async ({
  page,
}) => {
  const expectNoComplaints = watchConsole(page);
  await signInAs(page, 'manager');
  await page.goto('/pulse');
  const participation = page.getByRole('table', { name: 'Who takes part' });
  await expect(participation.getByRole('rowheader')).toHaveCount(1);
  await page.getByRole('link', { name: /round 5/ }).click();
  await expect(page.getByRole('table', { name: 'Who takes part' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'What people agree with' })).toHaveCount(0);
  await page.goto('/pulse');
  await page.getByRole('link', { name: 'All results of this round' }).click();
  await expect(page.getByRole('table', { name: 'What people agree with' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What people wrote' })).toBeVisible();
  expectNoComplaints();
});

test('small departments show one and the same dash, and no other way leads to them', async ({
  page,
}) => {
  await signInAs(page, 'head.stores');
  await page.goto('/pulse');
  await page.getByRole('link', { name: 'All results of this round' }).click();
  const row = page.getByRole('row', { name: /Whitby showroom/ }).first();
  await expect(row.getByText('No result')).toHaveCount(6);
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Whitby showroom' })).toBeVisible();
  await expect(page.getByText('No comments can be shown for this department.')).toBeVisible();
  await expectAccessible(page);
  const other = await page.goto(
    `${new URL(page.url()).pathname}?department=00000000-0000-4000-8000-000000000000`,
  );
  expect(other?.status()).toBe(404);
});

test('human resources plans a round in Chinese', async ({ browser }, { project }) => {
  const context = await browser.newContext({ ...project.use, locale: 'zh-CN' });
  const page = await context.newPage();
  await signInAs(page, 'hr');
  await page.goto('/pulse');
  await page.getByRole('link', { name: '计划轮次' }).click();
  await page.getByLabel('结束日期').fill('2020-01-01');
  await page.getByRole('button', { name: '确认计划' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('开始日期').fill(addDays(today(), 40));
  await page.getByLabel('结束日期').fill(addDays(today(), 54));
  await page.getByRole('button', { name: '确认计划' }).click();
  await expect(page.getByText('轮次已计划。')).toBeVisible();
  await expectAccessible(page);
  await context.close();
});
