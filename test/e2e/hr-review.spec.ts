import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';

import { formMessages } from '../../app/locales/forms';
import { reviewCycleMessages } from '../../app/locales/review-cycles';
import { reviewTemplateMessages } from '../../app/locales/review-templates';
import { reviewMessages } from '../../app/locales/reviews';
import { randomId } from '../../platform/ids';
import { messagesOf } from '../../universal/text';
import { expectAccessible } from './steps/expect-accessible';
import { quarterNamedIn } from './steps/product-calendar';
import { signInAs, type DemoAccountName } from './steps/sign-in-as';
import { watchConsole } from './steps/watch-console';

const locale = 'en';
// Four people, who wait for one another and for jobs.
test.setTimeout(300_000);

const employeeName = 'Tom Ashdown';

async function signedIn(browser: Browser, name: DemoAccountName): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, name);
  return page;
}

/** A department's number in the preview, as it is written there. */
interface Measured {
  value: string;
  n: string;
}

async function readMeasured(row: Locator): Promise<Measured> {
  await expect(row).toBeVisible();
  const cells = await row.getByRole('cell').allInnerTexts();
  const [value = '', , , , n = ''] = cells.map((cell) => cell.trim());
  expect(value).toMatch(/^[+−]?\d/);
  expect(Number(n.replace(',', ''))).toBeGreaterThanOrEqual(30);
  return { value, n };
}

test('HR links a customer indicator to a review, the manager writes it, the employee reads it', async ({
  browser,
  page: hr,
}) => {
  const t = messagesOf(reviewTemplateMessages, locale);
  const cycles = messagesOf(reviewCycleMessages, locale);
  const words = messagesOf(reviewMessages, locale);
  const forms = messagesOf(formMessages, locale);
  const run = randomId().slice(0, 8);
  const templateName = `Store review, ${run}`;
  const cycleName = `Cycle, ${run}`;
  const camden = 'Camden store';
  const expectNoComplaints = watchConsole(hr);
  const save = (page: Page) => page.getByRole('button', { name: t.save, exact: true });

  await test.step('HR writes a template; its weights must total 100 %', async () => {
    await signInAs(hr, 'hr');
    await hr.goto('/review-templates');
    await hr.getByRole('link', { name: t.newTemplate }).click();
    await hr.getByLabel(t.english, { exact: true }).fill(templateName);
    const goals = hr.getByLabel(`${words.section_goals}, ${t.percent}`);
    await goals.fill('40');
    await expect(
      hr.getByText(t.totalMissing({ total: '90', missing: '10' })).first(),
    ).toBeVisible();
    await hr.getByLabel(t.competencyLabel({ number: 1, language: t.english })).fill('Listens');
    await save(hr).click();
    await expect(hr.getByRole('alert')).toContainText('90');
    await expectAccessible(hr);
    await expect(hr.getByLabel(t.english, { exact: true })).toHaveValue(templateName);
    await expect(goals).toHaveValue('40');
    await goals.fill('50');
    await expect(hr.getByText(t.totalExact).first()).toBeVisible();
  });

  let measured: Measured = { value: '', n: '' };
  let previewOf = '';
  await test.step('sees what the indicator would have given last quarter before saving', async () => {
    await hr.getByLabel(t.target, { exact: true }).fill('40');
    await hr.getByRole('button', { name: t.preview }).click();
    const table = hr.getByRole('table');
    // Every department of the demo organisation, and those that others have added meanwhile.
    await expect.poll(() => table.getByRole('row').count()).toBeGreaterThanOrEqual(25);
    measured = await readMeasured(table.getByRole('row', { name: new RegExp(camden) }));
    previewOf = (await table.getByRole('caption').textContent()) ?? '';
    await expect(table.getByRole('row', { name: /Whitby/ })).toContainText(t.tooFew);
    await expectAccessible(hr);
    await hr.getByRole('button', { name: t.publish }).click();
    await expect(hr.getByText(t.version({ version: 1 }), { exact: true })).toBeVisible();
  });

  await test.step('finds the same number in the scorecards of that quarter', async () => {
    const quarter = quarterNamedIn(previewOf, locale);
    const scorecards = await hr.context().newPage();
    await scorecards.goto(`/scorecards?period=${quarter?.key}`);
    const row = scorecards.getByRole('row').filter({
      has: scorecards.getByRole('link', { name: camden, exact: true }),
    });
    await expect(row.locator('[data-value]').first()).toHaveText(measured.value);
    await scorecards.close();
  });

  let cycleUrl = '';
  await test.step('launches a cycle for one store', async () => {
    await hr.getByRole('link', { name: t.useInCycle }).click();
    await hr.getByLabel(t.english, { exact: true }).fill(cycleName);
    const department = hr.getByRole('combobox', { name: cycles.population });
    await department.selectOption(
      (await department.locator('option', { hasText: camden }).getAttribute('value')) ?? '',
    );
    await hr.getByRole('button', { name: cycles.countPeople }).click();
    await expect(hr.getByRole('status').filter({ hasText: /\d+/ }).first()).toBeVisible();
    await expectAccessible(hr);
    await hr.getByRole('button', { name: cycles.launch }).click();
    await expect(hr.getByRole('heading', { name: cycleName })).toBeVisible();
    cycleUrl = hr.url();
  });

  const manager = await signedIn(browser, 'manager');
  const expectManagerFine = watchConsole(manager);
  let reviewUrl = '';
  await test.step('the manager sets a goal', async () => {
    await manager.goto(`/reviews?q=${encodeURIComponent(employeeName)}`);
    await manager
      .getByRole('row')
      .filter({ hasText: cycleName })
      .getByRole('link', { name: employeeName, exact: true })
      .click();
    await expect(
      manager.getByRole('heading', { name: words.reviewOf({ name: employeeName }) }),
    ).toBeVisible();
    reviewUrl = manager.url();
    await expect(manager.getByText(words.indicatorsNotYet)).toBeVisible();
    const title = (page: Page) => page.getByRole('textbox', { name: words.goalTitle, exact: true });
    const other = await manager.context().newPage();
    await other.goto(reviewUrl);
    for (const [page, text] of [
      [manager, 'Greet every visitor'],
      [other, 'Answer within a day'],
    ] as const) {
      await page.getByRole('button', { name: words.addGoal }).click();
      await title(page).fill(text);
    }
    await manager.getByRole('button', { name: words.saveDraft }).click();
    await expect(manager.getByText(words.notSaved)).toBeHidden();
    // The other window was opened before: it stores nothing over what it has not seen, and loses nothing.
    await other.getByRole('button', { name: words.saveDraft }).click();
    const both = other.getByRole('region', { name: forms.changedTitle });
    await expect(both).toContainText('Greet every visitor');
    await expect(both).toContainText('Answer within a day');
    await expect(title(other)).toHaveValue('Answer within a day');
    await expectAccessible(other);
    await both.getByRole('button').click();
    await expect(title(other)).toHaveValue('Greet every visitor');
    await both.getByRole('checkbox').check();
    await other.getByRole('button', { name: words.saveDraft }).click();
    await expect(both).toBeHidden();
    await other.close();
    await manager.reload();
    await expect(title(manager)).toHaveValue('Greet every visitor');
  });

  await test.step('HR starts the manager reviews, which freezes the evidence', async () => {
    await hr.goto(cycleUrl);
    await hr.getByRole('button', { name: cycles.startManagerReviews }).click();
    await hr.getByRole('dialog').getByRole('button', { name: cycles.startManagerReviews }).click();
    await expect(hr.getByText(cycles.startTitle)).toBeHidden();
    await expect(hr.getByText(cycles.starting)).toBeHidden({ timeout: 60_000 });
    await hr.goto(`${cycleUrl}?q=${encodeURIComponent(employeeName)}&step=MANAGER_REVIEW`);
    await expect(hr.getByRole('link', { name: employeeName, exact: true })).toBeVisible();
  });

  await test.step('the manager sees the evidence, rates, submits and shares', async () => {
    await manager.goto(reviewUrl);
    await expect(manager.getByText(`n = ${measured.n}`)).toBeVisible();
    await expect(manager.getByText(measured.value).first()).toBeVisible();
    await expectAccessible(manager);
    await manager.getByRole('button', { name: words.submit, exact: true }).click();
    await expect(manager.getByRole('alert').getByRole('link')).toHaveCount(2);
    await expectAccessible(manager);
    await manager.getByRole('textbox', { name: words.goalAchievement }).fill('80');
    await manager.getByRole('radio', { name: /^4/ }).check();
    await manager.getByRole('textbox', { name: words.summary }).fill('A strong half-year.');
    await manager.getByRole('button', { name: words.submit, exact: true }).click();
    await expect(manager.getByText(words.readyToShare)).toBeVisible();
  });

  const employee = await signedIn(browser, 'employee2');
  const expectEmployeeFine = watchConsole(employee);
  await test.step('until then the review does not exist for the employee, and never for a colleague', async () => {
    const early = await employee.request.get(reviewUrl);
    expect(early.status()).toBe(404);
    await manager.getByRole('button', { name: words.share({ name: employeeName }) }).click();
    await manager
      .getByRole('dialog')
      .getByRole('button', { name: words.share({ name: employeeName }) })
      .click();
    await expect(manager.getByText(words.waitingText({ name: employeeName }))).toBeVisible();
    const colleague = await signedIn(browser, 'employee');
    expect((await colleague.request.get(reviewUrl)).status()).toBe(404);
    expect((await colleague.request.get(cycleUrl)).status()).toBe(404);
    await colleague.context().close();
  });

  await test.step('the employee finds it on the home page, reads it and acknowledges', async () => {
    await employee.goto('/');
    await expect(employee.getByRole('heading', { name: words.cardShared })).toBeVisible();
    await employee.goto(reviewUrl);
    await expect(employee.getByText(`n = ${measured.n}`)).toBeVisible();
    await expect(employee.getByText('A strong half-year.')).toBeVisible();
    await expectAccessible(employee);
    await employee.getByRole('textbox', { name: words.note }).fill('Thank you.');
    await employee.getByRole('button', { name: words.acknowledge }).click();
    await expect(employee.getByText(words.acknowledgedText).first()).toBeVisible();
    await expect(employee.getByText('Thank you.')).toBeVisible();
  });

  expectNoComplaints();
  expectManagerFine();
  expectEmployeeFine();
  await manager.context().close();
  await employee.context().close();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a template keeps what was typed when it cannot be saved, and rows can be added', async ({
    page,
  }) => {
    const t = messagesOf(reviewTemplateMessages, locale);
    await signInAs(page, 'hr');
    await page.goto('/review-templates/new');
    await page.getByLabel(t.english, { exact: true }).fill('Typed without scripts');
    await page.getByRole('button', { name: t.addCompetency }).click();
    await page
      .getByLabel(t.competencyLabel({ number: 2, language: t.english }))
      .fill('Second competency');
    await page.getByRole('button', { name: t.save, exact: true }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByLabel(t.english, { exact: true })).toHaveValue('Typed without scripts');
    await expect(
      page.getByLabel(t.competencyLabel({ number: 2, language: t.english })),
    ).toHaveValue('Second competency');
    await page.getByRole('button', { name: t.removeCompetency({ number: 1 }) }).click();
    await page.getByRole('button', { name: t.save, exact: true }).click();
    await expect(page).toHaveURL(/\/review-templates\/[0-9a-f-]{36}$/);
  });
});
