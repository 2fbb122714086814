import { type Browser, expect, type Page, test, type TestInfo } from '@playwright/test';

import { colourSchemes, schemesFor } from './steps/colour-schemes';
import { lookAtPage } from './steps/look-at-page';
import { openedBy, visitors } from './steps/opened-by';
import { addressFor, pagesOfThePortal } from './steps/page-addresses';
import { type DemoAccountName, signInAs } from './steps/sign-in-as';

const languages = ['en', 'zh'] as const;
const browserLocales = { en: 'en-GB', zh: 'zh-CN' } as const;

// Recorded, hundreds of pages would take twice as long; a fault names its page and what is wrong there.
test.use({ trace: 'off' });
// Each test opens pages of its own and changes nothing that another reads.
test.describe.configure({ mode: 'parallel' });

test('every page that app/routes draws is opened here by somebody', () => {
  const opened = new Set([...Object.values(openedBy).flat(), ...visitors]);
  expect(pagesOfThePortal().filter((route) => !opened.has(route))).toEqual([]);
});

test('every pair of language, width and colours is looked at', () => {
  const looks = languages.flatMap((language) =>
    [true, false].flatMap((isWide) =>
      schemesFor(language, { isWide }).map((scheme) => [language, isWide, scheme]),
    ),
  );
  const pairs = (first: number, second: number) =>
    new Set(looks.map((look) => `${look[first]} ${look[second]}`)).size;
  expect([pairs(0, 1), pairs(0, 2), pairs(1, 2)]).toEqual([4, 4, 4]);
  expect(new Set(looks.map((look) => look[2])).size).toBe(colourSchemes.length);
});

/** Does the same in both languages at once, each in a window of its own. */
async function inBothLanguages(
  browser: Browser,
  { project }: TestInfo,
  walk: (page: Page, language: (typeof languages)[number]) => Promise<void>,
): Promise<void> {
  await Promise.all(
    languages.map(async (language) => {
      const context = await browser.newContext({
        ...project.use,
        locale: browserLocales[language],
      });
      await walk(await context.newPage(), language);
      await context.close();
    }),
  );
}

for (const [account, routes] of Object.entries(openedBy) as [DemoAccountName, string[]][]) {
  test(`each page that ${account} opens is usable by everybody`, async ({ browser }, info) => {
    // Up to forty pages.
    test.setTimeout(480_000);
    await prepare[account]?.(browser);
    await inBothLanguages(browser, info, async (page, language) => {
      await signInAs(page, account);
      const linked = new Set<string>();
      for (const route of routes) {
        const address = addressFor(route, linked);
        expect.soft(address, `a link to ${route}`).toBeDefined();
        if (!address) continue;
        await lookAtPage(page, { address, language, ...(route === '$' && { status: 404 }) });
        const links = await page.locator('main a[href]').evaluateAll(pathsOf);
        for (const path of links) linked.add(path);
      }
    });
  });
}

const pathsOf = (links: readonly (Element | HTMLAnchorElement)[]) =>
  links.map((link) => ('pathname' in link ? link.pathname : ''));

/** What must have happened before some pages are there. */
const prepare: Partial<Record<DemoAccountName, (browser: Browser) => Promise<void>>> = {
  analyst: (browser) =>
    upload(browser, 'analyst', '/imports/new', 'service,date,score\nShop,2026-03-01,4'),
  admin: async (browser) => {
    const people = 'employee_number,full_name,hired_on\nX-1,Edda,2025-03-03';
    await upload(browser, 'admin', '/people/import', people);
    // A shared review is told to the employee, so there is a mail to look at.
    const page = await browser.newPage();
    await signInAs(page, 'head.stores');
    await page.goto('/reviews?step=SHARE');
    const review = page.getByRole('row').getByRole('link');
    if ((await review.count()) > 0) {
      await review.first().click();
      await page.getByRole('button', { name: /^Share with / }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: /^Share with / }).click();
      await expect(page.getByText(/^Waiting for /)).toBeVisible();
    }
    await page.close();
  },
};

async function upload(
  browser: Browser,
  account: DemoAccountName,
  address: string,
  content: string,
): Promise<void> {
  const page = await browser.newPage();
  await signInAs(page, account);
  await page.goto(address);
  const file = { name: 'every-page.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
  await page.locator('main input[type=file]').setInputFiles(file);
  await page.locator('main form:has(input[type=file]) button[type=submit]').click();
  await page.waitForURL(/[0-9a-f-]{36}/);
  await page.close();
}

test('those who are not signed in find every page usable', async ({ browser }, info) => {
  await inBothLanguages(browser, info, async (page, language) => {
    await lookAtPage(page, { address: '/sign-in', language });
    await lookAtPage(page, { address: '/sign-in?to=%2Faccount', language });
    await lookAtPage(page, { address: '/forgot-password', language });
    await lookAtPage(page, { address: '/welcome/no-such-link', language, status: 404 });
    const plain = { language, isPortal: false };
    await lookAtPage(page, { ...plain, address: '/%E0%A4%A', status: 400 });
    await lookAtPage(page, { ...plain, address: '/f/no-such-link', status: 404 });
    await lookAtPage(page, { ...plain, address: '/p/no-such-link', status: 404 });
  });
});

/** Sends the form as it is, which is too little. */
async function sendNothing(page: Page): Promise<void> {
  await page.locator('form button[type=submit]').click();
  await expect(page.getByRole('alert')).toBeVisible();
}

test('customers find every page usable', async ({ browser, page }, info) => {
  await signInAs(page, 'analyst');
  await page.goto('/feedback/links');
  await page.locator('main a[href^="/feedback/links/"]').first().click();
  await page.waitForURL(/[0-9a-f-]{36}/);
  const links = page.locator('main a[href*="/f/"]');
  await links.first().waitFor();
  const form = (await links.evaluateAll(pathsOf))[0] ?? '';
  await inBothLanguages(browser, info, async (customer, language) => {
    const plain = { language, isPortal: false };
    await lookAtPage(customer, { ...plain, address: form });
    await lookAtPage(customer, { ...plain, address: form, first: sendNothing });
    await lookAtPage(customer, { ...plain, address: `${form}/thanks` });
  });
});

test('people who answer a pulse find every page usable', async ({ browser, page }, info) => {
  // Somebody whose answer no other test waits for: it cannot be taken back.
  await signInAs(page, info.project.name === 'phone' ? 'caseowner' : 'analyst');
  const links = page.locator('main a[href*="/p/"]');
  await links.first().waitFor();
  const form = (await links.evaluateAll(pathsOf))[0] ?? '';
  const looks = (address: string, first?: (person: Page) => Promise<void>) =>
    inBothLanguages(browser, info, (person, language) =>
      lookAtPage(person, { address, language, isPortal: false, ...(first && { first }) }),
    );
  await looks(form);
  await looks(form, sendNothing);
  await page.goto(form);
  await page.locator('label[for="enps-8"]').click();
  await page.locator('form button[type=submit]').click();
  await page.waitForURL(/\/thanks/);
  await looks(`${form}/thanks`);
  await looks(form);
});
