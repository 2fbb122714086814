import { comparedPeriod, type Comparison, type Period } from '../../universal/period';
import { authorise, securityContextOf } from '../access';
import type { Context } from '../context';
import { todayOf } from '../organisation';
import { CellIndex } from './assemble-lines';
import { judgeChanges } from './judge-changes';
import { type Change, changeBetween, type Measurement } from './measurement';
import type { Metric } from './metric';
import { askScorecard, type Breakdown, type ScorecardCell } from './scorecard-query';

/** One metric of one touchpoint or channel. */
export interface GroupLine {
  metric: Metric;
  current: Measurement;
  previous: Measurement | null;
  change: Change | null;
}

/** A touchpoint or a channel of a department; `key` is null for feedback that has none. */
export interface ScorecardGroup {
  key: string | null;
  lines: GroupLine[];
}

export interface GroupsRequest {
  departmentId: string;
  metrics: readonly Metric[];
  period: Period;
  comparison: Comparison;
  breakdown: Breakdown;
}

/** A department's metrics by touchpoint or by channel, those with most feedback first. */
export async function listScorecardGroups(
  ctx: Context,
  request: GroupsRequest,
): Promise<ScorecardGroup[]> {
  const { departmentId, period, breakdown } = request;
  authorise(ctx.viewer, 'read', 'Scorecard', { departmentId });
  const metrics = request.metrics.filter((metric) => metric.grain === 'feedback');
  const comparedWith = comparedPeriod(period, request.comparison, todayOf(ctx));
  const source = {
    db: ctx.db,
    semantic: ctx.semantic,
    security: securityContextOf(ctx.viewer, ctx.organisation.organisationId),
  };
  const ask = ({ startOn, endOn }: Period) =>
    askScorecard(source, {
      metrics,
      departmentIds: [departmentId],
      startOn,
      endOn,
      breakdown,
      timeZone: ctx.organisation.timeZone,
    });
  const [current, previous] = await Promise.all([
    ask(period),
    comparedWith ? ask(comparedWith) : [],
  ]);
  const largest = (cells: readonly ScorecardCell[]) =>
    Math.max(0, ...cells.map((cell) => cell.measurement.n));
  const groups = [...groupCells(current)].sort(([, a], [, b]) => largest(b) - largest(a));
  const lines = groups.map(([key, cells]) => {
    const now = new CellIndex(cells);
    const before = new CellIndex(previous.filter((cell) => cell.group === key));
    return metrics.map((metric) =>
      groupLine(metric, departmentId, now, comparedWith ? before : null),
    );
  });
  const judged = judgeChanges(lines);
  return groups.map(([key], index) => ({ key, lines: judged[index] ?? [] }));
}

function groupCells(cells: readonly ScorecardCell[]): Map<string | null, ScorecardCell[]> {
  const groups = new Map<string | null, ScorecardCell[]>();
  for (const cell of cells) groups.set(cell.group, [...(groups.get(cell.group) ?? []), cell]);
  return groups;
}

function groupLine(
  metric: Metric,
  departmentId: string,
  now: CellIndex,
  before: CellIndex | null,
): GroupLine {
  const current = now.at(metric, departmentId, null);
  const previous = before?.at(metric, departmentId, null) ?? null;
  return {
    metric,
    current,
    previous,
    change: previous && changeBetween(metric, current, previous),
  };
}
