import { formatCount } from '../../universal/format';
import { messagesOf, type Locale } from '../../universal/text';
import { scorecardMessages } from '../locales/scorecards';
import type { Score } from './scorecard';

/** "n = 120", and from how many people where some gave several answers. */
export function sampleWords(locale: Locale, { n, people }: Pick<Score, 'n' | 'people'>): string {
  const t = messagesOf(scorecardMessages, locale);
  return people < n
    ? t.nFromPeople({ n: formatCount(locale, n), people: formatCount(locale, people) })
    : t.n({ n: formatCount(locale, n) });
}
