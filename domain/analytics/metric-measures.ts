import type { SemanticRow } from '../../platform/semantic';
import type { Distribution } from './measurement';

export type SamePersonKey = 'nps' | 'csat' | 'ces' | 'feedback';

/** Where the semantic layer holds a metric: which view, which measures, and what its distribution is made of. */
export interface MetricMeasures {
  view: 'department_scorecard' | 'response_rate';
  timeDimension: string;
  value: string;
  inputs: readonly string[];
  /** By which name the pairs of answers of one person are counted; absent where answers come with no person. */
  samePerson?: SamePersonKey;
  distributionOf(row: SemanticRow): Distribution;
}

const scorecard = (name: string) => `department_scorecard.${name}`;
const invitations = (name: string) => `response_rate.${name}`;

/** A sum over no rows is absent; the number of answers is then 0. */
const numberOf = (row: SemanticRow, member: string) => Number(row[member] ?? 0);

const feedback = { view: 'department_scorecard', timeDimension: scorecard('occurred_at') } as const;

const satisfied = (value: string, favourable: string): MetricMeasures => ({
  ...feedback,
  value: scorecard(value),
  inputs: [scorecard('csat_n'), scorecard(favourable)],
  samePerson: 'csat',
  distributionOf: (row) => ({
    kind: 'share',
    n: numberOf(row, scorecard('csat_n')),
    favourable: numberOf(row, scorecard(favourable)),
  }),
});

/** The measures of every metric of the catalogue that the portal can compute. */
export const metricMeasures: Readonly<Record<string, MetricMeasures>> = {
  nps: {
    ...feedback,
    value: scorecard('nps'),
    inputs: ['nps_n', 'promoters', 'passives', 'detractors'].map(scorecard),
    samePerson: 'nps',
    distributionOf: (row) => ({
      kind: 'nps',
      n: numberOf(row, scorecard('nps_n')),
      promoters: numberOf(row, scorecard('promoters')),
      passives: numberOf(row, scorecard('passives')),
      detractors: numberOf(row, scorecard('detractors')),
    }),
  },
  csat: satisfied('csat_percent', 'csat_top_two'),
  satisfaction_rate: satisfied('satisfaction_percent', 'satisfied'),
  ces: {
    ...feedback,
    value: scorecard('ces_mean'),
    inputs: ['ces_n', 'ces_sum', 'ces_sum_squares'].map(scorecard),
    samePerson: 'ces',
    distributionOf: (row) => ({
      kind: 'mean',
      n: numberOf(row, scorecard('ces_n')),
      sum: numberOf(row, scorecard('ces_sum')),
      sumSquares: numberOf(row, scorecard('ces_sum_squares')),
      scale: { low: 1, high: 7 },
    }),
  },
  response_count: {
    ...feedback,
    value: scorecard('feedback_count'),
    inputs: [],
    samePerson: 'feedback',
    distributionOf: (row) => ({ kind: 'count', n: numberOf(row, scorecard('feedback_count')) }),
  },
  response_rate: {
    view: 'response_rate',
    timeDimension: invitations('sent_at'),
    value: invitations('response_rate'),
    inputs: [invitations('delivered'), invitations('answered')],
    distributionOf: (row) => ({
      kind: 'share',
      n: numberOf(row, invitations('delivered')),
      favourable: numberOf(row, invitations('answered')),
    }),
  },
};
