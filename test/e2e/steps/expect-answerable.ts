import { expect, type Page } from '@playwright/test';

import { colourSchemes, findViolations, overflowOf } from './find-violations';

/** A page for respondents without a violation that axe can find, in light and in dark, no wider than the window. */
export async function expectAnswerable(page: Page): Promise<void> {
  for (const colourScheme of colourSchemes) {
    await page.emulateMedia({ colorScheme: colourScheme });
    expect(await findViolations(page, colourScheme), page.url()).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
  expect(await overflowOf(page), `${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
}
