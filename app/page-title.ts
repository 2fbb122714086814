import type { MetaDescriptor } from '@remix-run/node';

import { isLocale, messagesOf, type Messages } from '../universal/text';

type Catalogue = Readonly<Record<string, string | ((params: never) => string)>>;
interface MetaMatches {
  matches: readonly ({ id: string; data: unknown } | undefined)[];
}

/** A route's `meta`: the page's name in the reader's language, then the product's. */
export function pageTitle<M extends Catalogue>(
  messages: Messages<M>,
  choose: (words: ReturnType<typeof messagesOf<M>>) => string,
) {
  return ({ matches }: MetaMatches): MetaDescriptor[] => {
    const root = matches.find((match) => match?.id === 'root')?.data;
    const locale =
      root && typeof root === 'object' && 'locale' in root && isLocale(root.locale)
        ? root.locale
        : 'en';
    return [{ title: `${choose(messagesOf(messages, locale))} · Tandem` }];
  };
}
