/** The languages that every sentence of the product exists in. */
export const locales = ['en', 'zh'] as const;
export type Locale = (typeof locales)[number];

/** A sentence in every language. Errors and labels carry all of them; the edge picks the reader's. */
export type Text = Readonly<Record<Locale, string>>;

type Message = string | ((params: never) => string);
type Catalogue = Readonly<Record<string, Message>>;

/** What a translation must look like: the same keys, the same parameters. */
type Translation<M extends Catalogue> = {
  readonly [K in keyof M]: M[K] extends (params: infer P) => string
    ? (params: P) => string
    : string;
};

export type Messages<M extends Catalogue> = Readonly<Record<Locale, Translation<M>>>;

/** Declares sentences in all languages; a key or a parameter missing in one of them does not compile. */
export function defineMessages<const M extends Catalogue>(catalogue: {
  en: M;
  zh: Translation<M>;
}): Messages<M> {
  return catalogue as unknown as Messages<M>;
}

/** The sentences in one language. */
export function messagesOf<M extends Catalogue>(
  messages: Messages<M>,
  locale: Locale,
): Translation<M> {
  return messages[locale];
}

type Params<V> = V extends (params: infer P) => string ? [params: P] : [];

/** One sentence in every language, for errors and labels that travel before the reader is known. */
export function textOf<M extends Catalogue, K extends keyof M>(
  messages: Messages<M>,
  key: K,
  ...params: Params<M[K]>
): Text {
  const say = (locale: Locale): string => {
    const message = messages[locale][key] as string | ((...params: unknown[]) => string);
    return typeof message === 'function' ? message(...params) : message;
  };
  return { en: say('en'), zh: say('zh') };
}

export function isLocale(value: unknown): value is Locale {
  return (locales as readonly unknown[]).includes(value);
}

/** The language of an Accept-Language header that the product speaks best, in the header's order of preference. */
export function negotiateLocale(
  acceptLanguage: string | null | undefined,
  fallback: Locale = 'en',
): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part, index) => {
      const [tag = '', ...options] = part.trim().split(';');
      const quality = options.map((option) => /^\s*q=([\d.]+)/.exec(option)?.[1]).find(Boolean);
      return {
        language: tag.slice(0, 2).toLowerCase(),
        quality: quality ? Number(quality) : 1,
        index,
      };
    })
    .filter((entry) => isLocale(entry.language) && entry.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index);
  const best = wanted[0]?.language;
  return isLocale(best) ? best : fallback;
}

/** The BCP 47 tag for `lang` attributes and Intl. */
export function languageTag(locale: Locale): string {
  return locale === 'zh' ? 'zh-CN' : 'en-GB';
}
