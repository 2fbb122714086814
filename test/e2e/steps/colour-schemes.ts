import type { Page } from '@playwright/test';

export const colourSchemes = ['light', 'dark'] as const;
export type ColourScheme = (typeof colourSchemes)[number];
export type Language = 'en' | 'zh';

/** Narrower windows have the phone's layout. */
const wideFromPx = 768;

/**
 * The colours in which a page is looked at in that language and window. Each pair of language, width and scheme is
 * looked at, not each triple: a fault in one of two colours shows in either language. `npm run test:pages` looks at all.
 */
export function schemesFor(language: Language, { isWide }: { isWide: boolean }): ColourScheme[] {
  if (process.env['TANDEM_ALL_LOOKS'] === 'true') return [...colourSchemes];
  return (language === 'en') === isWide ? ['light'] : ['dark'];
}

/** Is the window as wide as a desk's? */
export const isWide = (page: Page): boolean => (page.viewportSize()?.width ?? 0) >= wideFromPx;

/** The colours in which this page is looked at, in the language that it has. */
export async function schemesOf(page: Page): Promise<ColourScheme[]> {
  const tag = await page.evaluate(() => document.documentElement.lang);
  return schemesFor(tag.startsWith('zh') ? 'zh' : 'en', { isWide: isWide(page) });
}
