import { expect, type Page } from '@playwright/test';

import { schemeOf } from './colour-schemes';
import { findViolations, overflowOf } from './find-violations';
import { turnToScheme } from './turn-to-scheme';

/**
 * No violation that axe can find, and nothing that sticks out of the window, in what a journey alone leads to: an
 * answer to wrong input, an open dialog, a step of a form. The pages as they open are those of every-page.spec.ts.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const scheme = await schemeOf(page);
  await turnToScheme(page, scheme);
  expect(await findViolations(page, scheme), page.url()).toEqual([]);
  await page.emulateMedia({ colorScheme: null });
  expect(await overflowOf(page), `${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
}
