import { expect, type Locator } from '@playwright/test';

/** Waits until the page's script listens to an element: what is done before is done as on a page without scripts. */
export async function untilScripted(element: Locator): Promise<void> {
  await expect
    .poll(() =>
      element.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps'))),
    )
    .toBe(true);
}
