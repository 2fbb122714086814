import { expect, type Page } from '@playwright/test';

import { schemesOf } from './colour-schemes';
import { findViolations, overflowOf } from './find-violations';

/** A page for respondents without a violation that axe can find, in the colours of this look, no wider than the window. */
export async function expectAnswerable(page: Page): Promise<void> {
  for (const colourScheme of await schemesOf(page)) {
    await page.emulateMedia({ colorScheme: colourScheme });
    expect(await findViolations(page, colourScheme), page.url()).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
  expect(await overflowOf(page), `${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
}
