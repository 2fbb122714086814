import type { Page } from '@playwright/test';

export const colourSchemes = ['light', 'dark'] as const;
export type ColourScheme = (typeof colourSchemes)[number];
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** What a reader has chosen; the window decides the width. */
export interface Choice {
  language: Language;
  colourScheme: ColourScheme;
}

/** Narrower windows have the phone's layout. */
const wideFromPx = 768;

/** Is the window as wide as a desk's? */
export const isWide = (page: Page): boolean => (page.viewportSize()?.width ?? 0) >= wideFromPx;

const allChoices: readonly Choice[] = [
  { language: 'en', colourScheme: 'light' },
  { language: 'zh', colourScheme: 'dark' },
  { language: 'en', colourScheme: 'dark' },
  { language: 'zh', colourScheme: 'light' },
];

const otherChoice = ({ language, colourScheme }: Choice): Choice => ({
  language: language === 'en' ? 'zh' : 'en',
  colourScheme: colourScheme === 'light' ? 'dark' : 'light',
});

/**
 * How the page at this place of a list is looked at in such a window: once, and in the other width in the other
 * language and colours, so each page is seen in both of each. From place to place the choice turns, so four pages have
 * all eight combinations. `npm run test:pages` looks at each page in all.
 */
export function choicesFor(place: number, window: { isWide: boolean }): readonly Choice[] {
  if (process.env['TANDEM_ALL_LOOKS'] === 'true') return allChoices;
  const choice = allChoices[place % allChoices.length]!;
  return [window.isWide ? choice : otherChoice(choice)];
}

/** The colours in which a page of a journey is looked at: of a language's two, those of this width. */
export async function schemeOf(page: Page): Promise<ColourScheme> {
  const tag = await page.evaluate(() => document.documentElement.lang);
  return tag.startsWith('en') === isWide(page) ? 'light' : 'dark';
}
