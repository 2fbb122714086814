import { expect, it } from 'vitest';

import { messagesOf } from '../../../universal/text';
import { scorecardMessages } from '../../locales/scorecards';
import type { GridMetric, TrendScore } from '../scorecard';
import { trendChart } from './report-charts';

const nps: GridMetric = {
  key: 'nps',
  name: 'Net promoter score',
  formula: '',
  unit: 'POINTS',
  direction: 'HIGHER',
  status: 'CERTIFIED',
  version: 1,
  effectiveOn: '2026-01-01',
  minimumN: 10,
  scaleMinimum: -100,
  scaleMaximum: 100,
};

const score = (value: number | null, n: number): TrendScore => ({
  period: '2026-Q3',
  value,
  n,
  people: n,
  isTooFew: value === null,
  low: value,
  high: value,
  target: 45,
  isPartial: false,
});

const chartOf = (...trend: TrendScore[]) =>
  trendChart(
    'en',
    nps,
    {
      metricKey: 'nps',
      current: trend.at(-1) ?? score(null, 0),
      change: null,
      target: 45,
      status: 'UNKNOWN',
      trend,
    },
    '2026-Q3',
  );

const t = messagesOf(scorecardMessages, 'en');

it('has words instead of axes where nobody answered, or never enough', () => {
  expect(chartOf()).toMatchObject({ svg: null, alt: t.noTrend });
  expect(chartOf(score(null, 0))).toMatchObject({ svg: null, alt: t.noTrend });
  expect(chartOf(score(null, 7))).toMatchObject({ svg: null, alt: t.tooFewForTrend });
});

it('draws a line as soon as one period can be judged', () => {
  expect(chartOf(score(null, 7), score(41.7, 120)).svg).toContain('<svg');
});
