import type { SemanticFilter, SemanticQuery, SemanticRow } from '../../platform/semantic';
import { parsePeriod } from '../../universal/period';
import type { SamePersonSums } from '../../universal/statistics/same-person';
import { metricMeasures, type SamePersonKey } from './metric-measures';
import type { ScorecardQuestion } from './scorecard-query';

const views = {
  month: 'same_person_pairs_months',
  quarter: 'same_person_pairs_quarters',
  year: 'same_person_pairs_years',
  custom: 'same_person_pairs_days',
} as const;

/** Pairs do not add up over periods, so they are counted for periods of the very kind that is asked for. */
function viewOf({ granularity, startOn, endOn }: ScorecardQuestion): string {
  if (granularity) return views[granularity];
  return views[wholePeriodKind(startOn, endOn)];
}

/** The month, quarter or year that the days are, or `custom`. */
function wholePeriodKind(startOn: string, endOn: string): keyof typeof views {
  const [year, month] = [startOn.slice(0, 4), startOn.slice(5, 7)];
  const keys = [`${year}-${month}`, `${year}-Q${Math.ceil(Number(month) / 3)}`, year];
  const whole = keys
    .map((key) => parsePeriod(key))
    .find((period) => period?.startOn === startOn && period.endOn === endOn);
  return whole?.kind ?? 'custom';
}

const parts = ['repeats', 'pairs', 'pair_sum', 'pair_product'] as const;

const keysOf = (question: ScorecardQuestion): SamePersonKey[] => [
  ...new Set(question.metrics.flatMap(({ key }) => metricMeasures[key]?.samePerson ?? [])),
];

/** The query for the answers that the same people gave; undefined where the metrics have no people. */
export function samePersonQuery(question: ScorecardQuestion): SemanticQuery | undefined {
  const keys = keysOf(question);
  if (keys.length === 0) return undefined;
  const view = viewOf(question);
  const member = (name: string) => `${view}.${name}`;
  const filters: SemanticFilter[] = [
    {
      member: member('breakdown'),
      operator: 'equals',
      values: [question.breakdown ?? 'none'],
    },
    ...(question.departmentIds
      ? [
          {
            member: member('department_id'),
            operator: 'equals' as const,
            values: question.departmentIds,
          },
        ]
      : []),
  ];
  return {
    measures: keys.flatMap((key) =>
      (key === 'feedback' ? (['repeats'] as const) : parts).map((part) => member(`${key}_${part}`)),
    ),
    dimensions: [member('department_id'), ...(question.breakdown ? [member('part')] : [])],
    timeDimensions: [
      {
        dimension: member('started_at'),
        dateRange: [question.startOn, question.endOn],
        ...(question.granularity ? { granularity: question.granularity } : {}),
      },
    ],
    filters,
    limit: 50_000,
    timezone: question.timeZone,
  };
}

/** A department, the first day of a period, a touchpoint or channel. */
export type Place = readonly [departmentId: string, startOn: string | null, group: string | null];

const placeKey = (place: Place) => place.map((part) => part ?? '').join('/');

export type SamePersonIndex = (place: Place, key: SamePersonKey) => SamePersonSums | undefined;

/** Finds the sums of a place; undefined where nobody there gave two answers. */
export function indexSamePerson(
  rows: readonly SemanticRow[],
  question: ScorecardQuestion,
): SamePersonIndex {
  const view = viewOf(question);
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const byPlace = new Map(
    rows.map((row) => {
      const started = question.granularity
        ? text(row[`${view}.started_at.${question.granularity}`])
        : null;
      const group = question.breakdown ? text(row[`${view}.part`]) : null;
      const place: Place = [
        String(row[`${view}.department_id`]),
        started && started.slice(0, 10),
        group,
      ];
      return [placeKey(place), row] as const;
    }),
  );
  return (place, key) => {
    const row = byPlace.get(placeKey(place));
    if (!row) return undefined;
    const sum = (part: (typeof parts)[number]) => Number(row[`${view}.${key}_${part}`] ?? 0);
    return {
      repeats: sum('repeats'),
      pairs: sum('pairs'),
      pairSum: sum('pair_sum'),
      pairProduct: sum('pair_product'),
    };
  };
}
