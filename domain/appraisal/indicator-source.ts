import type { Period } from '../../universal/period';
import { Unavailable } from '../../platform/errors';
import type { SemanticLayer } from '../../platform/semantic';
import type { Text } from '../../universal/text';
import {
  type IndicatorContext,
  indicatorValue,
  type Interval,
  isFitForReview,
  listMetrics,
  type Metric,
  type Population,
  shrink,
  shrinkInterval,
  targetsAtEndOf,
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

const reviewMetricOf = (metric: Metric): ReviewMetric => ({
  key: metric.key,
  name: metric.name,
  unit: metric.unit,
  version: metric.version,
  direction: metric.direction,
  minimum: metric.scaleMinimum,
  maximum: metric.scaleMaximum,
  minimumN: metric.minimumN,
  isUsableForIndividual: isFitForReview(metric, 'individual'),
});

const byKey = (metrics: readonly Metric[]): MetricsByKey =>
  new Map(metrics.map((metric) => [metric.key, reviewMetricOf(metric)]));

async function listFitMetrics(ctx: Context): Promise<Metric[]> {
  const metrics = await listMetrics(ctx);
  return metrics.filter(
    (metric) => metric.key in scoreOfMetric && isFitForReview(metric, 'department'),
  );
}

/** The certified customer metrics that may be linked to a review, in the order of the catalogue. */
export async function listReviewMetrics(ctx: Context): Promise<ReviewMetric[]> {
  return (await listFitMetrics(ctx)).map(reviewMetricOf);
}

export async function loadMetricFacts(ctx: Context): Promise<MetricsByKey> {
  return byKey(await listFitMetrics(ctx));
}

/** Retired ones too: what a template that was published before may hold. */
export async function loadMetricFactsEver(ctx: Context): Promise<MetricsByKey> {
  return byKey(await listMetrics(ctx));
}

/** What an indicator was for one department. */
export interface IndicatorReading {
  value: number | null;
  n: number;
  /** How many people gave the n answers. */
  people: number;
  /** As many answers of different people as the n are worth. */
  effectiveN: number;
  interval: Interval | null;
  /** The department's target on its scorecard at the end of the period. */
  scorecardTarget: number | null;
  /** The value that counts, drawn towards the population's; null where there is none. */
  counted: CountedValue | null;
}

export interface CountedValue {
  value: number;
  interval: Interval | null;
  population: Population;
}

export interface IndicatorReadings {
  metricVersion: number;
  scale: { minimum: number | null; maximum: number | null };
  population: Population | null;
  /** As sent to the semantic layer. */
  query: unknown;
  of(departmentId: string): IndicatorReading;
}

export interface IndicatorQuestion {
  metricKey: string;
  departmentIds: readonly string[];
  period: Pick<Period, 'startOn' | 'endOn'>;
}

/** Asks once for all departments, and for the targets of their scorecards. */
export async function readIndicator(
  ctx: IndicatorContext,
  { metricKey, departmentIds, period }: IndicatorQuestion,
): Promise<IndicatorReadings> {
  const { metric, metricVersion, query, peopleQuery, values, population } = await indicatorValue(
    ctx,
    {
      metricKey,
      departmentIds,
      period,
    },
  );
  const targets = await targetsAtEndOf(ctx, { metricKey, departmentIds, endOn: period.endOn });
  const readings = new Map(
    values.map(({ departmentId, value, n, people, effectiveN, interval }) => [
      departmentId,
      {
        value,
        n,
        people,
        effectiveN,
        interval,
        scorecardTarget: targets.get(departmentId) ?? null,
        counted: countedValue({ value, effectiveN, interval }, population),
      },
    ]),
  );
  return {
    metricVersion,
    scale: { minimum: metric.scaleMinimum, maximum: metric.scaleMaximum },
    population,
    query: peopleQuery ? [query, peopleQuery] : query,
    of: (departmentId) => readings.get(departmentId)!,
  };
}

function countedValue(
  { value, effectiveN, interval }: Pick<IndicatorReading, 'value' | 'effectiveN' | 'interval'>,
  population: Population | null,
): CountedValue | null {
  if (value === null || !population) return null;
  return {
    value: shrink(value, effectiveN, population),
    interval: interval && shrinkInterval(value, interval, effectiveN, population),
    population,
  };
}

/** The responses behind a reading. */
export interface ReadingFingerprint {
  responseCount: number;
  responseHash: string;
}

export interface MeasuredIndicator extends IndicatorReadings {
  fingerprintOf(departmentId: string): ReadingFingerprint;
}

/** The value and the responses that it was said to be made from are not the same ones: one of them is of another moment. */
export class EvidenceDisagrees extends Unavailable {
  override name = 'EvidenceDisagrees';
  constructor(reading: {
    departmentId: string;
    metricKey: string;
    n: number;
    responseCount: number;
  }) {
    const { metricKey, departmentId, n, responseCount } = reading;
    super(undefined, {
      cause: new Error(
        `${metricKey} of department ${departmentId} counts ${n} answers, but ${responseCount} responses contribute`,
      ),
    });
  }
}

/** How often to ask again where numbers have not yet taken in what is stored. */
const MOST_ATTEMPTS = 3;

/**
 * Reads an indicator and fingerprints what its values were made from. Values come from roll-ups and fingerprints from
 * what is stored: where they disagree, the roll-ups are brought up to date and both are asked again.
 */
export async function measureIndicator(
  ctx: IndicatorContext & { semantic: Partial<Pick<SemanticLayer, 'refresh'>> },
  question: IndicatorQuestion,
): Promise<MeasuredIndicator> {
  for (let attempt = 1; ; attempt += 1) {
    const measured = await measureOnce(ctx, question);
    const wrong = question.departmentIds
      .map((departmentId) => ({
        departmentId,
        n: measured.of(departmentId).n,
        responseCount: measured.fingerprintOf(departmentId).responseCount,
      }))
      .find(({ n, responseCount }) => n !== responseCount);
    if (!wrong) return measured;
    if (attempt === MOST_ATTEMPTS)
      throw new EvidenceDisagrees({ ...wrong, metricKey: question.metricKey });
    await ctx.semantic.refresh?.();
  }
}

async function measureOnce(
  ctx: IndicatorContext,
  question: IndicatorQuestion,
): Promise<MeasuredIndicator> {
  const readings = await readIndicator(ctx, question);
  const fingerprints = await fingerprintContributions(ctx, {
    score: scoreOfMetric[question.metricKey]!,
    departmentIds: question.departmentIds,
    ...momentsOf(question.period, ctx.organisation.timeZone),
  });
  return {
    ...readings,
    fingerprintOf: (departmentId) => {
      const { count, hash } = fingerprints.get(departmentId)!;
      return { responseCount: count, responseHash: hash };
    },
  };
}
