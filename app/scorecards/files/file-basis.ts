import type { AppLoadContext } from '@remix-run/node';

import { formatCount, formatDateTime } from '../../../universal/format';
import { messagesOf, type Locale } from '../../../universal/text';
import { scorecardMessages } from '../../locales/scorecards';
import { periodWords } from '../trend-words';
import type { GridMetric } from '../scorecard';

/** What a file says about itself, whatever it holds. */
export interface FileBasis {
  locale: Locale;
  organisation: string;
  reader: string;
  timeZone: string;
  now: Date;
}

export function basisOf({ locale, organisation, viewer }: AppLoadContext): FileBasis {
  return {
    locale,
    organisation: organisation.name[locale],
    reader: viewer?.displayName ?? '',
    timeZone: organisation.timeZone,
    now: new Date(),
  };
}

interface Dated {
  period: string;
  periodSoFar: string;
  comparedWith: string | null;
  asOf: string;
  judged: number;
}

/** Period, comparison, freshness, when and for whom it was made. */
export function factsOf(
  basis: FileBasis,
  { period, periodSoFar, comparedWith, asOf, judged }: Dated,
): { label: string; value: string }[] {
  const { locale, timeZone } = basis;
  const t = messagesOf(scorecardMessages, locale);
  return [
    {
      label: t.period,
      value:
        period === periodSoFar
          ? periodWords(locale, period)
          : t.periodSoFar({
              period: periodWords(locale, period),
              days: periodWords(locale, periodSoFar),
            }),
    },
    ...(comparedWith ? [{ label: t.comparedWith, value: periodWords(locale, comparedWith) }] : []),
    { label: t.generatedAt, value: `${formatDateTime(locale, basis.now, timeZone)} (${timeZone})` },
    { label: t.madeFor, value: basis.reader },
    { label: t.notes, value: t.asOf({ time: formatDateTime(locale, asOf, timeZone) }) },
    ...(judged > 1
      ? [{ label: t.change, value: t.judgedTogether({ count: formatCount(locale, judged) }) }]
      : []),
  ];
}

/** The definition behind each number, with its version. */
export function definitionsOf(
  locale: Locale,
  metrics: readonly GridMetric[],
): { term: string; words: string }[] {
  const t = messagesOf(scorecardMessages, locale);
  return [
    ...metrics.map(({ name, formula, version, minimumN, unit }) => ({
      term: `${name} · ${t.versionShort({ version: String(version) })}`,
      words: `${formula} ${unit === 'COUNT' ? '' : t.minimumNText({ n: String(minimumN) })}`.trim(),
    })),
    { term: t.certainty, words: t.certaintyText },
  ];
}
