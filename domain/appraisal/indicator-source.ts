import type { Period } from '../../universal/period';
import type { Text } from '../../universal/text';
import {
  type IndicatorContext,
  indicatorValue,
  type Interval,
  isFitForReview,
  listMetrics,
  type Metric,
} from '../analytics';
import type { Context } from '../context';
import { type FeedbackScore, fingerprintContributions } from '../feedback';
import { momentsOf } from './period';
import type { MetricFacts, MetricsByKey } from './template-problems';

/** A metric that reviews may use, as an editor offers it. */
export interface ReviewMetric extends MetricFacts {
  name: Text;
  unit: Metric['unit'];
}

/** The answers behind each metric whose contributing responses can be named. Others cannot be evidence. */
const scoreOfMetric: Readonly<Record<string, FeedbackScore>> = {
  nps: 'nps_score',
  csat: 'csat_score',
  satisfaction_rate: 'csat_score',
  ces: 'ces_score',
};

/** The certified customer metrics that may be linked to a review, in the order of the catalogue. */
export async function listReviewMetrics(ctx: Context): Promise<ReviewMetric[]> {
  const metrics = await listMetrics(ctx);
  return metrics
    .filter((metric) => metric.key in scoreOfMetric && isFitForReview(metric, 'department'))
    .map((metric) => ({
      key: metric.key,
      name: metric.name,
      unit: metric.unit,
      version: metric.version,
      direction: metric.direction,
      minimum: metric.scaleMinimum,
      maximum: metric.scaleMaximum,
      minimumN: metric.minimumN,
      isUsableForIndividual: isFitForReview(metric, 'individual'),
    }));
}

export async function loadMetricFacts(ctx: Context): Promise<MetricsByKey> {
  return new Map((await listReviewMetrics(ctx)).map((metric) => [metric.key, metric]));
}

/** What an indicator was for one department, and the responses it was made from. */
export interface IndicatorReading {
  value: number | null;
  n: number;
  interval: Interval | null;
  responseCount: number;
  responseHash: string;
}

export interface MeasuredIndicator {
  metricVersion: number;
  /** As sent to the semantic layer. */
  query: unknown;
  of(departmentId: string): IndicatorReading;
}

/** Asks once for all departments, and fingerprints what the values were made from. */
export async function measureIndicator(
  ctx: IndicatorContext,
  request: {
    metricKey: string;
    departmentIds: readonly string[];
    period: Pick<Period, 'startOn' | 'endOn'>;
  },
): Promise<MeasuredIndicator> {
  const { metricVersion, query, values } = await indicatorValue(ctx, request);
  const fingerprints = await fingerprintContributions(ctx, {
    score: scoreOfMetric[request.metricKey]!,
    departmentIds: request.departmentIds,
    ...momentsOf(request.period, ctx.organisation.timeZone),
  });
  const readings = new Map(
    values.map(({ departmentId, value, n, interval }) => {
      const { count, hash } = fingerprints.get(departmentId)!;
      return [departmentId, { value, n, interval, responseCount: count, responseHash: hash }];
    }),
  );
  return { metricVersion, query, of: (departmentId) => readings.get(departmentId)! };
}
