import { expect, type Page } from '@playwright/test';

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

/** Signs in as a demo account by its button and waits for the home page. */
export async function signInAs(page: Page, name: DemoAccountName): Promise<void> {
  await page.goto('/sign-in');
  await page.locator(`button[name="demoAccount"][value="${name}@aster.example"]`).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}
