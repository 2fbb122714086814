import { expect, type Page } from '@playwright/test';

import { schemesOf } from './colour-schemes';
import { findViolations, overflowOf } from './find-violations';

/** No violation that axe can find, in the colours of this look, and nothing that sticks out of the window. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colourScheme of await schemesOf(page)) {
    await page.emulateMedia({ colorScheme: colourScheme, reducedMotion: 'reduce' });
    await page.waitForFunction(
      (scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme,
      colourScheme,
    );
    expect(await findViolations(page, colourScheme), page.url()).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
  expect(await overflowOf(page), `${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
}
