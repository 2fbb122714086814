import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from '@playwright/test';
import type axe from 'axe-core';

import type { ColourScheme } from './colour-schemes';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Everything that axe knows of WCAG 2.2 A and AA and of good practice; the size of targets is the one rule it leaves out by default. */
const options: axe.RunOptions = {
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
  // Loads what only rules about sound and video ask for; no page has either.
  preload: false,
};

/** Loads axe with each page that the windows open, which the browser compiles once; else each look compiles it anew. */
export async function keepAxeLoaded(windows: BrowserContext): Promise<void> {
  await windows.addInitScript(axeSource);
}

/** What is wrong with the page as it stands, one line for each rule that it breaks. */
export async function findViolations(page: Page, colourScheme: ColourScheme): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const broken = await page.evaluate(async (runOptions) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(runOptions);
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  }, options);
  return broken.map((line) => `${colourScheme} ${line}`);
}

/** By how many pixels the page is wider than the window. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
