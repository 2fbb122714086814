import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import type { ColourScheme } from './colour-schemes';

/** Everything that axe knows of WCAG 2.2 A and AA and of good practice; the size of targets is the one rule it leaves out by default. */
export async function findViolations(page: Page, colourScheme: ColourScheme): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
    // Without frames there is nothing to put together in a page of its own.
    .setLegacyMode(true)
    .analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${colourScheme} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** By how many pixels the page is wider than the window. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
