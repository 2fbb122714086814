import { sql } from 'kysely';
import type { Db } from '../../../platform/db';
import { storableJson } from '../../intake';
import type { ImportProblem } from './import-problem';
import { textArray } from './text-array';

/** A row that was refused, as it stood in the file. */
export interface RejectedRow {
  line: number;
  cells: string[];
  problems: ImportProblem[];
}

/** Adds refused rows; a row that is there already stays as it is. */
export async function insertRejectedRows(
  db: Db,
  importId: string,
  rows: readonly RejectedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into import_rejected_row (feedback_import_id, line, cells, problems)
    select ${importId}::uuid, r.line, r.cells, r.problems
    from unnest(
      ${textArray(rows.map(({ line }) => String(line)))}::text::integer[],
      ${textArray(rows.map(({ cells }) => storableJson(cells)))}::text::jsonb[],
      ${textArray(rows.map(({ problems }) => storableJson(problems)))}::text::jsonb[]
    ) as r(line, cells, problems)
    on conflict do nothing`.execute(db);
}

/** Refused rows in the file's order, from after the given line. */
export async function selectRejectedRows(
  db: Db,
  importId: string,
  { afterLine, limit }: { afterLine: number; limit: number },
): Promise<RejectedRow[]> {
  const rows = await db
    .selectFrom('import_rejected_row')
    .select(['line', 'cells', 'problems'])
    .where('feedback_import_id', '=', importId)
    .where('line', '>', afterLine)
    .orderBy('line')
    .limit(limit)
    .execute();
  return rows as unknown as RejectedRow[];
}
