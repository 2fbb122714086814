import { type Browser, expect, type Page, test as base } from '@playwright/test';

import { keepAxeLoaded } from './steps/find-violations';
import { choicesFor, colourSchemes, type Language, languages } from './steps/colour-schemes';
import { lookAtPage, type Readers } from './steps/look-at-page';
import { openedBy, visitors } from './steps/opened-by';
import { addressFor, pagesOfThePortal } from './steps/page-addresses';
import { type DemoAccountName, signInAs } from './steps/sign-in-as';

const browserLocales = { en: 'en-GB', zh: 'zh-CN' } as const;

interface Fixtures {
  /** Windows in which nobody is signed in when a test begins. */
  readers: Readers;
}
/** The same windows for all tests of a worker: to open one costs as much as to look at a page. */
const test = base.extend<Fixtures, { keptReaders: Readers }>({
  keptReaders: [
    async ({ browser }, use, { project }) => {
      const open = async (language: Language) => {
        const locale = browserLocales[language];
        const windows = await browser.newContext({ ...project.use, locale });
        await keepAxeLoaded(windows);
        return windows.newPage();
      };
      const readers = { en: await open('en'), zh: await open('zh') };
      await use(readers);
      await Promise.all(languages.map((language) => readers[language].context().close()));
    },
    { scope: 'worker' },
  ],
  readers: async ({ keptReaders }, use) => {
    await signOut(keptReaders);
    await use(keptReaders);
  },
});

const signOut = (readers: Readers) =>
  Promise.all(languages.map((language) => readers[language].context().clearCookies()));

// Each test opens pages of its own and changes nothing that another reads.
test.describe.configure({ mode: 'parallel' });

test('every page that app/routes draws is opened here by somebody', () => {
  const opened = new Set([...Object.values(openedBy).flat(), ...visitors]);
  expect(pagesOfThePortal().filter((route) => !opened.has(route))).toEqual([]);
});

test('each page is seen in both languages, widths and colours, and four pages in all combinations', () => {
  const looksAt = (place: number) =>
    [true, false].flatMap((isWide) =>
      choicesFor(place, { isWide }).map((choice) => ({ ...choice, isWide })),
    );
  for (const place of [0, 1, 2, 3, 71]) {
    const looks = looksAt(place);
    expect(new Set(looks.map(({ language }) => language))).toEqual(new Set(languages));
    expect(new Set(looks.map(({ colourScheme }) => colourScheme))).toEqual(new Set(colourSchemes));
    expect(new Set(looks.map((look) => look.isWide)).size).toBe(2);
  }
  expect(new Set([4, 5, 6, 7].flatMap(looksAt).map((look) => JSON.stringify(look))).size).toBe(8);
});

let place = 0;
for (const [account, routes] of Object.entries(openedBy) as [DemoAccountName, string[]][]) {
  const firstPlace = place;
  place += routes.length;
  test(`each page that ${account} opens is usable by everybody`, async ({ browser, readers }) => {
    // Up to twenty-two pages, on a busy machine ten seconds each.
    test.setTimeout(300_000);
    await prepare[account]?.(browser);
    for (const language of languages) await signInAs(readers[language], account);
    const linked = new Set<string>();
    for (const [index, route] of routes.entries()) {
      const address = addressFor(route, linked);
      expect.soft(address, `a link to ${route}`).toBeDefined();
      if (!address) continue;
      const status = route === '$' ? 404 : 200;
      const page = await lookAtPage(readers, { address, place: firstPlace + index, status });
      const links = await page.locator('main a[href]').evaluateAll(pathsOf);
      for (const path of links) linked.add(path);
    }
  });
}

const pathsOf = (links: readonly (Element | HTMLAnchorElement)[]) =>
  links.map((link) => ('pathname' in link ? link.pathname : ''));

/** What must have happened before some pages are there. */
const prepare: Partial<Record<DemoAccountName, (browser: Browser) => Promise<void>>> = {
  analyst: (browser) =>
    upload(browser, 'analyst', '/imports/new', 'service,date,score\nShop,2026-03-01,4'),
  admin: async (browser) => {
    const people =
      'employee_number,full_name,department_code,hired_on\nX-1,Edda,NOWHERE,2025-03-03';
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

test('those who are not signed in find every page usable', async ({ readers }) => {
  await lookAtPage(readers, { address: '/sign-in', place: 0 });
  await lookAtPage(readers, { address: '/sign-in?to=%2Faccount', place: 1 });
  await lookAtPage(readers, { address: '/forgot-password', place: 2 });
  await lookAtPage(readers, { address: '/welcome/no-such-link', place: 3, status: 404 });
  const plain = { isPortal: false };
  await lookAtPage(readers, { ...plain, address: '/%E0%A4%A', place: 4, status: 400 });
  await lookAtPage(readers, { ...plain, address: '/f/no-such-link', place: 5, status: 404 });
  await lookAtPage(readers, { ...plain, address: '/p/no-such-link', place: 6, status: 404 });
});

/** Sends the form as it is, which is too little. */
async function sendNothing(page: Page): Promise<void> {
  await page.locator('form button[type=submit]').click();
  await expect(page.getByRole('alert')).toBeVisible();
}

test('customers find every page usable', async ({ readers }) => {
  await signInAs(readers.en, 'analyst');
  await readers.en.goto('/feedback/links');
  await readers.en.locator('main a[href^="/feedback/links/"]').first().click();
  await readers.en.waitForURL(/[0-9a-f-]{36}/);
  const links = readers.en.locator('main a[href*="/f/"]');
  await links.first().waitFor();
  const form = (await links.evaluateAll(pathsOf))[0] ?? '';
  await signOut(readers);
  const plain = { isPortal: false };
  await lookAtPage(readers, { ...plain, address: form, place: 0 });
  await lookAtPage(readers, { ...plain, address: form, place: 1, first: sendNothing });
  await lookAtPage(readers, { ...plain, address: `${form}/thanks`, place: 2 });
});

test('people who answer a pulse find every page usable', async ({ readers }, { project }) => {
  // Somebody whose answer no other test waits for: it cannot be taken back.
  await signInAs(readers.en, project.name === 'phone' ? 'caseowner' : 'analyst');
  await readers.en.goto('/');
  const links = readers.en.locator('main a[href*="/p/"]');
  await links.first().waitFor();
  const form = (await links.evaluateAll(pathsOf))[0] ?? '';
  await signOut(readers);
  const plain = { isPortal: false };
  await lookAtPage(readers, { ...plain, address: form, place: 0 });
  await lookAtPage(readers, { ...plain, address: form, place: 1, first: sendNothing });
  await readers.en.goto(form);
  await readers.en.locator('label[for="enps-8"]').click();
  await readers.en.locator('form button[type=submit]').click();
  await readers.en.waitForURL(/\/thanks/);
  await lookAtPage(readers, { ...plain, address: `${form}/thanks`, place: 2 });
  await lookAtPage(readers, { ...plain, address: form, place: 3 });
});
