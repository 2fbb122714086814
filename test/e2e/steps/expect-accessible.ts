import { expect, type Page } from '@playwright/test';

import { colourSchemes, findViolations, overflowOf } from './find-violations';

/** No violation that axe can find, in light and in dark, and nothing that sticks out of the window. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colourScheme of colourSchemes) {
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
