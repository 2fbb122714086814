import type { SemanticFilter, SemanticRow } from '../../platform/semantic';
import { securityContextOf } from '../access';
import type { Context } from '../context';

export const resultsView = 'pulse_results';

const measures = [
  'n',
  'promoters',
  'detractors',
  'score_sum',
  'score_square_sum',
  'enps',
  'driver_score',
  'favourable',
  'favourable_percent',
].map((name) => `${resultsView}.${name}`);

interface CellQuery {
  roundIds?: readonly string[];
  departmentId?: string;
  attribute: 'all' | 'tenure';
}

/** Cells of released tables that the viewer may read. */
export function loadCells(ctx: Context, query: CellQuery): Promise<SemanticRow[]> {
  const equals = (member: string, values: readonly string[]): SemanticFilter => ({
    member: `${resultsView}.${member}`,
    operator: 'equals',
    values,
  });
  return ctx.semantic.load(
    {
      measures,
      dimensions: [
        'round_id',
        'department_id',
        'attribute_value',
        'question_key',
        'question_kind',
      ].map((name) => `${resultsView}.${name}`),
      filters: [
        equals('attribute', [query.attribute]),
        ...(query.roundIds ? [equals('round_id', query.roundIds)] : []),
        ...(query.departmentId ? [equals('department_id', [query.departmentId])] : []),
      ],
      timezone: ctx.organisation.timeZone,
    },
    securityContextOf(ctx.viewer, ctx.organisation.organisationId),
  );
}

/** The rows in which a dimension has this value. */
export function having(rows: readonly SemanticRow[], member: string, value: string): SemanticRow[] {
  return rows.filter((row) => row[`${resultsView}.${member}`] === value);
}
