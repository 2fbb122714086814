import type { Page } from '@playwright/test';

/** The demo accounts by what stands before the @. */
export type DemoAccountName =
  | 'executive'
  | 'head.stores'
  | 'head.service'
  | 'manager'
  | 'employee'
  | 'employee2'
  | 'hr'
  | 'analyst'
  | 'caseowner'
  | 'admin';

type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>;

/** The sessions that this worker has on its product: a form for each test would be most of what the product does. */
const remembered = new Map<DemoAccountName, Cookies>();

/** Signs in as a demo account, with a session of before if there is one. Opens no page. */
export async function signInAs(page: Page, name: DemoAccountName): Promise<void> {
  const session = remembered.get(name);
  if (session) {
    await page.context().addCookies(session);
    return;
  }
  const answer = await page.request.post('/sign-in', {
    form: { demoAccount: `${name}@aster.example` },
    headers: { 'sec-fetch-site': 'same-origin' },
    maxRedirects: 0,
  });
  if (answer.status() !== 302) {
    throw new Error(`Nobody can sign in as ${name}: ${answer.status()}`);
  }
  remembered.set(name, await page.context().cookies());
}

/** Signs in by the button of the demo account, in a session of its own, and waits for the home page. */
export async function signInByButton(page: Page, name: DemoAccountName): Promise<void> {
  await page.goto('/sign-in');
  await page.locator(`button[name="demoAccount"][value="${name}@aster.example"]`).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** For a test that ends the sessions of that account. */
export function forgetSessionOf(name: DemoAccountName): void {
  remembered.delete(name);
}
