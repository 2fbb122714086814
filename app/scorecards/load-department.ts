import type { LoaderFunctionArgs } from '@remix-run/node';

import {
  DepartmentCommentsDocument,
  DepartmentScorecardDocument,
} from './department-scorecard.document';
import { countJudged, judgeShown } from './judge-shown';
import { readPeriodVariables } from './load-grid';
import { toChange, toLine, toScore, type GridRow } from './scorecard';

type LoaderInput = Pick<LoaderFunctionArgs, 'request' | 'context'>;

interface Ancestor {
  departmentId: string;
  name: string;
  parent?: Ancestor | null;
}

/** From the topmost that the reader may see down to the parent. */
function trailOf(parent: Ancestor | null | undefined): { departmentId: string; name: string }[] {
  if (!parent) return [];
  return [...trailOf(parent.parent), { departmentId: parent.departmentId, name: parent.name }];
}

/** Comments, for those who may read them; a scorecard may be open to more people than the words behind it. */
async function loadComments(
  { context }: LoaderInput,
  departmentId: string,
  period: { key: string },
) {
  try {
    const found = await context.query(DepartmentCommentsDocument, { departmentId, period });
    return {
      newest: found.newest.edges.flatMap((edge) => (edge ? [edge.node] : [])),
      critical: found.critical.edges.flatMap((edge) => (edge ? [edge.node] : [])),
    };
  } catch (error) {
    if (error instanceof Response && (error.status === 404 || error.status === 403)) return null;
    throw error;
  }
}

/** Everything a department's scorecard shows. A department the reader may not see is one that does not exist. */
export async function loadDepartment(input: LoaderInput, departmentId: string) {
  const variables = await readPeriodVariables(input);
  const [{ departmentScorecard: card, scorecardGrid: grid }, comments] = await Promise.all([
    input.context.query(DepartmentScorecardDocument, {
      departmentId,
      ...variables,
    }),
    loadComments(input, departmentId, variables.period),
  ]);
  const groups = (found: typeof card.byChannel) =>
    found.map(({ key, name, lines }) => ({
      key,
      name,
      lines: lines.map(({ metric, current, change }) => ({
        metricKey: metric.key,
        current: toScore(current),
        change: toChange(change),
      })),
    }));
  const lines = card.lines.map(toLine);
  const [byTouchpoint, byChannel] = [groups(card.byTouchpoint), groups(card.byChannel)];
  const children = grid.rows
    .filter(({ department }) => department.parent?.departmentId === card.department.departmentId)
    .map(({ department: { departmentId: id, name, level }, lines: own }): GridRow => ({
      departmentId: id,
      name,
      level,
      parentId: card.department.departmentId,
      parentName: card.department.name,
      lines: own.map(toLine),
    }));
  const shown = [{ lines }, ...children, ...byTouchpoint, ...byChannel];
  const judge = judgeShown(shown);
  return {
    asOf: card.asOf,
    period: card.period.key,
    periodSoFar: card.periodSoFar.key,
    comparedWith: card.comparedWith?.key ?? null,
    canSetTarget: card.canSetTarget,
    department: {
      departmentId: card.department.departmentId,
      name: card.department.name,
      headName: card.department.headName,
    },
    trail: trailOf(card.department.parent),
    metrics: card.lines.map(({ metric }) => metric),
    lines: lines.map(judge),
    npsCounts: card.lines.map(({ current }) => current.npsCounts).find(Boolean) ?? null,
    byTouchpoint: byTouchpoint.map((row) => ({ ...row, lines: row.lines.map(judge) })),
    byChannel: byChannel.map((row) => ({ ...row, lines: row.lines.map(judge) })),
    children: children.map((row) => ({ ...row, lines: row.lines.map(judge) })),
    judged: countJudged(shown),
    comments,
  };
}

export type Department = Awaited<ReturnType<typeof loadDepartment>>;
export type Group = Department['byChannel'][number];
export type CustomerComment = NonNullable<Department['comments']>['newest'][number];
