import { useRouteLoaderData } from '@remix-run/react';

import { messagesOf, type Locale, type Messages } from '../universal/text';
import type { RootLoader } from './root';

type Catalogue = Readonly<Record<string, string | ((params: never) => string)>>;

/** The reader's language, as the server decided it: preference, then cookie, then what the browser asks for. */
export function useLocale(): Locale {
  return useRouteLoaderData<RootLoader>('root')?.locale ?? 'en';
}

/** The words of an area in the reader's language: `const t = useMessages(scorecardMessages)`. */
export function useMessages<M extends Catalogue>(messages: Messages<M>) {
  return messagesOf(messages, useLocale());
}

/** The words of an area in one language. */
export type MessagesOf<M extends Readonly<Record<Locale, unknown>>> = M[Locale];

/** The organisation's time zone: every date on a screen is told in it. */
export function useTimeZone(): string {
  return useRouteLoaderData<RootLoader>('root')?.timeZone ?? 'UTC';
}

/** Today in the organisation's time zone, as `2026-03-12`. */
export function useToday(): string {
  return useRouteLoaderData<RootLoader>('root')?.today ?? new Date().toISOString().slice(0, 10);
}
