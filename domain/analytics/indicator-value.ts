import type { SemanticQuery } from '../../platform/semantic';
import type { Period } from '../../universal/period';
import { securityContextOf, systemViewer } from '../access';
import type { Context } from '../context';
import { getMetric } from './get-metric';
import type { Measurement } from './measurement';
import { type Metric, type UsageLevel, isUsableAt } from './metric';
import { metricMeasures } from './metric-measures';
import { selectLowestDepartmentIds } from './population-store';
import { askScorecard, emptyMeasurement, findPeopleQuery, scorecardQuery } from './scorecard-query';
import { type Population, populationOf } from './shrinkage';

/** The little of a context that it takes; the demo organisation is measured before there is more. */
export type IndicatorContext = Pick<Context, 'db' | 'viewer'> & {
  organisation: Pick<Context['organisation'], 'organisationId' | 'timeZone'>;
  semantic: Pick<Context['semantic'], 'load'>;
};

export interface IndicatorRequest {
  metricKey: string;
  departmentIds: readonly string[];
  period: Pick<Period, 'startOn' | 'endOn'>;
}

export interface IndicatorValue extends Measurement {
  departmentId: string;
}

export interface IndicatorValues {
  metric: Metric;
  metricVersion: number;
  /** Exactly what was asked of the semantic layer, to be kept with the evidence. */
  query: SemanticQuery;
  /** What was asked of who answered; undefined where nobody is known. */
  peopleQuery: SemanticQuery | undefined;
  /** One per department asked for, in that order; a department without answers has n 0. */
  values: IndicatorValue[];
  /** Of all departments with nothing below them; null without answers and for counts. */
  population: Population | null;
}

/**
 * What an indicator was for many departments in a period, and for the population they belong to, in one question to
 * the semantic layer. It computes as the
 * product itself, because a review may count a department whose scorecard its reader does not see: the caller has
 * authorised the review.
 */
export async function indicatorValue(
  ctx: IndicatorContext,
  { metricKey, departmentIds, period }: IndicatorRequest,
): Promise<IndicatorValues> {
  const metric = await getMetric(ctx, { metricKey });
  const lowest = await selectLowestDepartmentIds(ctx.db);
  const wanted = [...new Set([...departmentIds, ...lowest])];
  const question = {
    metrics: [metric],
    departmentIds: wanted,
    startOn: period.startOn,
    endOn: period.endOn,
    timeZone: ctx.organisation.timeZone,
  };
  const cells = await askScorecard(
    {
      db: ctx.db,
      semantic: ctx.semantic,
      security: securityContextOf(systemViewer, ctx.organisation.organisationId),
    },
    question,
  );
  const found = new Map(cells.map((cell) => [cell.departmentId, cell.measurement]));
  return {
    metric,
    metricVersion: metric.version,
    query: scorecardQuery(question, metricMeasures[metric.key]!.view),
    peopleQuery: await findPeopleQuery(ctx, question),
    values: departmentIds.map((departmentId) => ({
      departmentId,
      ...(found.get(departmentId) ?? emptyMeasurement(metric)),
    })),
    population: populationOf(lowest.flatMap((id) => found.get(id)?.distribution ?? [])),
  };
}

/** Whether a certified metric may stand in a review at the level of a department, a team or a person. */
export function isFitForReview(
  metric: Metric,
  level: Exclude<UsageLevel, 'organisation'>,
): boolean {
  return metric.status === 'certified' && isUsableAt(metric, level);
}
