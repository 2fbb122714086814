import { type ConsoleMessage, expect, type Page } from '@playwright/test';

import { type Choice, choicesFor, isWide, type Language } from './colour-schemes';
import { findViolations, overflowOf } from './find-violations';
import { turnToScheme } from './turn-to-scheme';

export interface Look {
  address: string;
  /** In the list of pages; decides the language and the colours. */
  place: number;
  status?: number;
  /** What is done on the page before it is looked at. */
  first?: (page: Page) => Promise<void>;
  /** The portal changes its colours by script; pages for respondents by their styles alone. */
  isPortal?: boolean;
}

const languageTags = { en: 'en-GB', zh: 'zh-CN' } as const;

const pathOf = (url: string) => new URL(url).pathname;

/** Somebody's windows: the browser asks for pages in the language of each. */
export type Readers = Readonly<Record<Language, Page>>;

/** Opens an address in each language and colours of its place, and says everything that is wrong with the page there; gives the last window. */
export async function lookAtPage(readers: Readers, look: Look): Promise<Page> {
  let page = readers.en;
  for (const choice of choicesFor(look.place, { isWide: isWide(page) })) {
    page = readers[choice.language];
    await lookOnce(page, look, choice);
  }
  return page;
}

async function lookOnce(page: Page, look: Look, { language, colourScheme }: Choice): Promise<void> {
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
  // A page of the portal comes in the other colours and is turned: that its script runs is seen by it.
  const before = isPortal === (colourScheme === 'light') ? 'dark' : 'light';
  await page.emulateMedia({ colorScheme: before, reducedMotion: 'reduce' });
  const response = await page.goto(address);
  if (pathOf(page.url()) !== address.replace(/\?.*/, '')) wrong.push(`led to ${page.url()}`);
  if (response?.status() !== status) wrong.push(`status: ${response?.status()}`);
  await first?.(page);
  if (isPortal) await turnToScheme(page, colourScheme);
  wrong.push(...(await findViolations(page, colourScheme)));
  wrong.push(...(await faultsOfFrame(page, language)));
  page.off('pageerror', onError).off('console', onConsole);
  expect.soft(wrong, `${language} ${page.url()}`).toEqual([]);
}

/** What every page has: one heading, a title of its own, the reader's language, and all of it inside the window. */
async function faultsOfFrame(page: Page, language: Language): Promise<string[]> {
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
