import type { Period } from '../../universal/period';
import { accessibleIds, authorise, securityContextOf } from '../access';
import type { Context } from '../context';
import { listDepartments, todayOf } from '../organisation';
import { CellIndex } from './assemble-lines';
import { getMetrics } from './get-metric';
import { openingPeriod, quartersToOpen } from './opening-period';
import { askScorecard } from './scorecard-query';
import { DEFAULT_METRIC_KEYS } from './scorecard-request';
import { spanOf } from './trend-periods';

/**
 * The quarter that the viewer's scorecards open with when none is asked for, by the answers of the topmost departments
 * that the viewer may see. One small question, whatever the organisation's size.
 */
export async function getOpeningPeriod(ctx: Context): Promise<Period> {
  authorise(ctx.viewer, 'read', 'Scorecard');
  const allowed = accessibleIds(ctx.viewer, 'read', 'Scorecard', 'departmentId');
  const [metrics, departments] = await Promise.all([
    getMetrics(ctx, DEFAULT_METRIC_KEYS),
    listDepartments(ctx),
  ]);
  const visible = departments.filter(
    ({ departmentId, isArchived }) =>
      !isArchived && (allowed === 'all' || allowed.includes(departmentId)),
  );
  const visibleIds = new Set(visible.map(({ departmentId }) => departmentId));
  const topmostIds = visible
    .filter(({ parentDepartmentId: parent }) => parent === null || !visibleIds.has(parent))
    .map(({ departmentId }) => departmentId);
  const estimates = metrics.filter(({ unit }) => unit !== 'count');
  const today = todayOf(ctx);
  const cells = new CellIndex(
    await askScorecard(
      {
        db: ctx.db,
        semantic: ctx.semantic,
        security: securityContextOf(ctx.viewer, ctx.organisation.organisationId),
      },
      {
        metrics: estimates,
        departmentIds: topmostIds,
        ...spanOf(quartersToOpen(today)),
        granularity: 'quarter',
        timeZone: ctx.organisation.timeZone,
      },
    ),
  );
  return openingPeriod(today, ({ startOn }) =>
    topmostIds.flatMap((id) => estimates.map((metric) => cells.at(metric, id, startOn))),
  );
}
