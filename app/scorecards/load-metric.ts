import type { LoaderFunctionArgs } from '@remix-run/node';

import { countJudged } from './judge-shown';
import { readPeriodVariables } from './load-grid';
import { MetricPageDocument, MetricStandingsDocument } from './metric-catalogue.document';
import { toPageRow } from './page-grid';
import { toLine, type GridMetric } from './scorecard';

type LoaderInput = Pick<LoaderFunctionArgs, 'request' | 'context'>;

/** Where departments stand, for those who may see scorecards; a definition is open to everybody signed in. */
async function loadStandings(input: LoaderInput, metric: Pick<GridMetric, 'key' | 'unit'>) {
  try {
    const { scorecardGrid: grid } = await input.context.query(MetricStandingsDocument, {
      ...(await readPeriodVariables(input)),
      metricKeys: [metric.key],
    });
    const rows = grid.rows.map(({ department: { departmentId, name, level, parent }, lines }) => ({
      departmentId,
      name,
      level,
      parentId: parent?.departmentId ?? null,
      parentName: null,
      lines: lines.map(toLine),
    }));
    return {
      asOf: grid.asOf,
      judged: countJudged(rows),
      period: grid.period.key,
      periodSoFar: grid.periodSoFar.key,
      comparedWith: grid.comparedWith?.key ?? null,
      rows: rows.map((row) => toPageRow(row, [metric], true)),
    };
  } catch (error) {
    if (error instanceof Response && (error.status === 404 || error.status === 403)) return null;
    throw error;
  }
}

/** A metric's definition and where departments stand on it. */
export async function loadMetric(input: LoaderInput, key: string) {
  const { metric } = await input.context.query(MetricPageDocument, { key });
  // Shown to those whose role sets targets for all; the schema decides when the form is sent.
  const canSetTarget = (input.context.viewer?.roles ?? []).includes('analyst');
  return { metric, standings: await loadStandings(input, metric), canSetTarget };
}

export type MetricDefinition = Awaited<ReturnType<typeof loadMetric>>['metric'];
