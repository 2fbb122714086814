import { comparedPeriod, type Comparison, isRunning, type Period } from '../../universal/period';
import { securityContextOf } from '../access';
import type { Context } from '../context';
import { todayOf } from '../organisation';
import { assembleLine, CellIndex } from './assemble-lines';
import { judgeChanges } from './judge-changes';
import type { Metric } from './metric';
import type { ScorecardLine } from './scorecard';
import { askScorecard, type ScorecardCell } from './scorecard-query';
import type { Target } from './target-store';
import { spanOf, trendKind, trendPeriods } from './trend-periods';

export interface LinesRequest {
  departmentIds: readonly string[];
  metrics: readonly Metric[];
  period: Period;
  comparison: Comparison;
  targets: readonly Target[];
}

/**
 * The lines of several departments. For months, quarters and years one question answers everything, since the period
 * and the one it is compared with are points of the trend; freely chosen days, and the stretch that a running period is
 * compared with, need a question each.
 */
export async function loadScorecardLines(
  ctx: Context,
  { departmentIds, metrics, period, comparison, targets }: LinesRequest,
): Promise<Map<string, ScorecardLine[]>> {
  const today = todayOf(ctx);
  const comparedWith = comparedPeriod(period, comparison, today);
  const trend = trendPeriods(period);
  const isFree = period.kind === 'custom';
  const isApart = comparedWith?.kind === 'custom';
  const source = {
    db: ctx.db,
    semantic: ctx.semantic,
    security: securityContextOf(ctx.viewer, ctx.organisation.organisationId),
  };
  const ask = (
    range: { startOn: string; endOn: string },
    granularity?: 'month' | 'quarter' | 'year',
  ) =>
    askScorecard(source, {
      metrics,
      departmentIds,
      startOn: range.startOn,
      endOn: range.endOn,
      ...(granularity ? { granularity } : {}),
      timeZone: ctx.organisation.timeZone,
    });
  const nothing: Promise<ScorecardCell[]> = Promise.resolve([]);
  const [trendCells, currentCells, previousCells] = await Promise.all([
    ask(
      spanOf(comparedWith && !isApart ? [...trend, comparedWith] : trend),
      trendKind(period.kind),
    ),
    isFree ? ask(period) : nothing,
    isApart ? ask(comparedWith) : nothing,
  ]);
  const byTrend = new CellIndex(trendCells);
  const byCurrent = isFree ? new CellIndex(currentCells) : byTrend;
  const byPrevious = isApart ? new CellIndex(previousCells) : byTrend;
  const startOf = ({ kind, startOn }: Period) => (kind === 'custom' ? null : startOn);
  const lines = departmentIds.map((departmentId) =>
    metrics.map((metric) =>
      assembleLine(metric, {
        departmentId,
        period,
        trend,
        isPartial: (of) => isRunning(of, today),
        trendCells: byTrend,
        current: (of) => byCurrent.at(of, departmentId, startOf(period)),
        previous: (of) =>
          comparedWith ? byPrevious.at(of, departmentId, startOf(comparedWith)) : null,
        targets,
      }),
    ),
  );
  const judged = judgeChanges(lines);
  return new Map(departmentIds.map((departmentId, index) => [departmentId, judged[index] ?? []]));
}
