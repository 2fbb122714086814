import type {
  SemanticFilter,
  SemanticLayer,
  SemanticQuery,
  SemanticRow,
} from '../../platform/semantic';
import type { SecurityContext } from '../../platform/semantic';
import type { Db } from '../../platform/db';
import { withinAnswers } from '../../universal/statistics/same-person';
import { type Measurement, measurementOf } from './measurement';
import type { Metric } from './metric';
import { type MetricMeasures, metricMeasures } from './metric-measures';
import { indexSamePerson, type SamePersonIndex, samePersonQuery } from './same-person-query';
import { hasKnownPeople } from './same-person-store';

export type Breakdown = 'touchpoint_id' | 'channel';

export interface ScorecardQuestion {
  metrics: readonly Metric[];
  startOn: string;
  endOn: string;
  /** Cuts the days into periods of this kind; without it they are one. */
  granularity?: 'month' | 'quarter' | 'year';
  /** Without it: every department the viewer may see. */
  departmentIds?: readonly string[];
  breakdown?: Breakdown;
  timeZone: string;
}

/** One metric of one department, one period and, where asked, one touchpoint or channel. */
export interface ScorecardCell {
  metricKey: string;
  departmentId: string;
  /** First day of the period; null where the days were not cut. */
  startOn: string | null;
  /** Touchpoint id or channel; null for facts without one and where nothing was broken down. */
  group: string | null;
  measurement: Measurement;
}

function measuresOf(metric: Metric): MetricMeasures {
  const measures = metricMeasures[metric.key];
  if (!measures) throw new Error(`the semantic layer has no measures for metric ${metric.key}`);
  return measures;
}

/**
 * The query for the metrics that one view holds. It always groups by department, because a fact stands under every
 * department above its own and would be counted several times in a total over departments.
 */
export function scorecardQuery(
  question: ScorecardQuestion,
  view: MetricMeasures['view'],
): SemanticQuery {
  const measures = question.metrics.map(measuresOf).filter((metric) => metric.view === view);
  const department = `${view}.department_id`;
  const filters: SemanticFilter[] = question.departmentIds
    ? [{ member: department, operator: 'equals', values: question.departmentIds }]
    : [];
  return {
    measures: [...new Set(measures.flatMap(({ value, inputs }) => [value, ...inputs]))],
    dimensions: question.breakdown ? [department, `${view}.${question.breakdown}`] : [department],
    timeDimensions: [
      {
        dimension: measures[0]!.timeDimension,
        dateRange: [question.startOn, question.endOn],
        ...(question.granularity ? { granularity: question.granularity } : {}),
      },
    ],
    filters,
    limit: 50_000,
    timezone: question.timeZone,
  };
}

function cellsOf(
  row: SemanticRow,
  question: ScorecardQuestion,
  view: MetricMeasures['view'],
  samePerson: SamePersonIndex | undefined,
): ScorecardCell[] {
  const metrics = question.metrics.filter((metric) => measuresOf(metric).view === view);
  return metrics.map((metric) => {
    const { value, timeDimension, distributionOf, samePerson: key } = measuresOf(metric);
    const started = question.granularity ? row[`${timeDimension}.${question.granularity}`] : null;
    const part = question.breakdown ? row[`${view}.${question.breakdown}`] : null;
    const departmentId = String(row[`${view}.department_id`]);
    const startOn = typeof started === 'string' ? started.slice(0, 10) : null;
    const group = typeof part === 'string' ? part : null;
    const distribution = distributionOf(row);
    const sums = key && samePerson?.([departmentId, startOn, group], key);
    return {
      metricKey: metric.key,
      departmentId,
      startOn,
      group,
      measurement: measurementOf(
        metric,
        (row[value] ?? null) as number | null,
        sums ? { ...distribution, samePerson: withinAnswers(sums, distribution.n) } : distribution,
      ),
    };
  });
}

/** Where scorecards are asked from. */
export interface ScorecardSource {
  db: Db;
  semantic: Pick<SemanticLayer, 'load'>;
  security: SecurityContext;
}

/** What is asked of who answered, beside the question itself; undefined where nobody is known. */
export async function findPeopleQuery(
  { db }: Pick<ScorecardSource, 'db'>,
  question: ScorecardQuestion,
): Promise<SemanticQuery | undefined> {
  const query = samePersonQuery(question);
  return query && (await hasKnownPeople(db, question)) ? query : undefined;
}

/** Which answers are of the same people; nothing is asked where nobody is known. */
async function askSamePerson(
  source: ScorecardSource,
  question: ScorecardQuestion,
): Promise<SamePersonIndex | undefined> {
  const query = await findPeopleQuery(source, question);
  return query && indexSamePerson(await source.semantic.load(query, source.security), question);
}

/** Asks the semantic layer, once for each view that the metrics need, and once for people where some are known. */
export async function askScorecard(
  source: ScorecardSource,
  question: ScorecardQuestion,
): Promise<ScorecardCell[]> {
  if (question.departmentIds?.length === 0 || question.metrics.length === 0) return [];
  const views = [...new Set(question.metrics.map((metric) => measuresOf(metric).view))];
  const [samePerson, ...answers] = await Promise.all([
    askSamePerson(source, question),
    ...views.map((view) => source.semantic.load(scorecardQuery(question, view), source.security)),
  ]);
  return views.flatMap((view, at) =>
    answers[at]!.flatMap((row) => cellsOf(row, question, view, samePerson)),
  );
}

/** Nothing was answered: what a department without facts in a period has. */
export function emptyMeasurement(metric: Metric): Measurement {
  const { distributionOf } = measuresOf(metric);
  return measurementOf(metric, metric.isAdditive ? 0 : null, distributionOf({}));
}
