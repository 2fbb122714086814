import { expect, type Page } from '@playwright/test';

import { schemeOf } from './colour-schemes';
import { findViolations, overflowOf } from './find-violations';

/** A page for respondents without a violation that axe can find, in the colours of this look, no wider than the window. */
export async function expectAnswerable(page: Page): Promise<void> {
  const colorScheme = await schemeOf(page);
  await page.emulateMedia({ colorScheme });
  expect(await findViolations(page, colorScheme), page.url()).toEqual([]);
  await page.emulateMedia({ colorScheme: null });
  expect(await overflowOf(page), `${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
}
