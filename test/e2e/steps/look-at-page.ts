import { type ConsoleMessage, expect, type Page } from '@playwright/test';

import { isWide, type Language, schemesFor } from './colour-schemes';
import { findViolations, overflowOf } from './find-violations';

export interface Look {
  address: string;
  language: Language;
  status?: number;
  /** What is done on the page before it is looked at. */
  first?: (page: Page) => Promise<void>;
  /** The portal changes its colours by script; pages for respondents by their styles alone. */
  isPortal?: boolean;
}

const languageTags = { en: 'en-GB', zh: 'zh-CN' } as const;

const pathOf = (url: string) => new URL(url).pathname;

/** Opens an address once and says everything that is wrong with the page there, in the colours of this look. */
export async function lookAtPage(page: Page, look: Look): Promise<void> {
  const { address, status = 200, first, isPortal = true } = look;
  const wrong: string[] = [];
  const onError = (error: Error) => wrong.push(`script: ${error.message}`);
  const onConsole = (message: ConsoleMessage) => {
    // The browser itself writes down every page that comes with such a status.
    const isOwnStatus = /Failed to load resource.* 4\d\d /.test(message.text());
    const isExpected = isOwnStatus && pathOf(message.location().url) === pathOf(page.url());
    if (message.type() === 'error' && !isExpected) wrong.push(`console: ${message.text()}`);
  };
  page.on('pageerror', onError).on('console', onConsole);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const response = await page.goto(address);
  if (pathOf(page.url()) !== address.replace(/\?.*/, '')) wrong.push(`led to ${page.url()}`);
  if (response?.status() !== status) wrong.push(`status: ${response?.status()}`);
  await first?.(page);
  for (const colorScheme of schemesFor(look.language, { isWide: isWide(page) })) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (isPortal) {
      await page.waitForFunction(
        (scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme,
        colorScheme,
      );
    }
    wrong.push(...(await findViolations(page, colorScheme)));
  }
  wrong.push(...(await faultsOfFrame(page, look)));
  page.off('pageerror', onError).off('console', onConsole);
  expect.soft(wrong, `${look.language} ${page.url()}`).toEqual([]);
}

/** What every page has: one heading, a title of its own, the reader's language, and all of it inside the window. */
async function faultsOfFrame(page: Page, { language }: Look): Promise<string[]> {
  const { title, lang, headings } = await page.evaluate(() => ({
    title: document.title,
    lang: document.documentElement.lang,
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.innerText.trim()),
  }));
  const overflow = await overflowOf(page);
  return [
    ...(headings.length === 1 && headings[0]
      ? []
      : [`headings: ${headings.join(' | ') || 'none'}`]),
    ...(title.replace(/\s*[·–]?\s*(Tandem|Aster Home|阿斯特家居)$/, '') ? [] : [`title: ${title}`]),
    ...(lang === languageTags[language] ? [] : [`language: ${lang}`]),
    ...(overflow > 0 ? [`wider than the window by ${overflow} px`] : []),
  ];
}
