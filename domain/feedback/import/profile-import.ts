import { type ColumnMapping, pathKey } from '../../../universal/feedback/import-mapping';
import type { Context } from '../../context';
import { FileRefused, isStorable } from '../../intake';
import { DateTally, findDateOrder } from '../../../universal/intake/date-format';
import type { FeedbackImport, ImportProfile } from './feedback-import';
import { ImportRecords } from './import-records';
import { storeBytesRead, storeProfile } from './import-store';
import { departmentPath, longestValue } from './read-row';

const mostDepartments = 2000;
/** As many as equal rows of one file can be told apart in. */
const mostRows = 10_000_000;
const rowsBetweenReports = 20_000;

/** Reads the whole file once with the chosen columns: which departments, dates and scores it holds. */
export async function profileImport(
  ctx: Context,
  file: FeedbackImport & { mapping: NonNullable<FeedbackImport['mapping']> },
  signal?: AbortSignal,
): Promise<void> {
  const records = new ImportRecords(ctx, file);
  const observe = profileObserver(file.columns, file.mapping.columns);
  const run = { importId: file.feedbackImportId, runNumber: file.runNumber };
  let rows = 0;
  for await (const { values } of records.rows()) {
    rows++;
    if (rows > mostRows) throw new FileRefused('too-many-rows', { limit: mostRows });
    if (values.length <= file.columns.length) observe.add(values);
    if (rows % rowsBetweenReports !== 0) continue;
    signal?.throwIfAborted();
    await storeBytesRead(ctx.db, { ...run, bytesRead: records.bytes, now: ctx.clock.now() });
  }
  await storeProfile(ctx.db, { ...run, profile: observe.profile(rows), now: ctx.clock.now() });
}

function profileObserver(columns: readonly string[], mapping: ColumnMapping) {
  const departmentAt = mapping.department.map((name) => columns.indexOf(name));
  const dateAt = columns.indexOf(mapping.date);
  const departments = new Map<string, { path: string[]; rows: number }>();
  const dates = new DateTally();
  return {
    add(values: readonly string[]): void {
      const path = departmentPath(values, departmentAt);
      // Its rows are refused one by one.
      if (path.some((name) => !isStorable(name) || name.length > longestValue)) return;
      const key = pathKey(path);
      const known = departments.get(key);
      if (known) known.rows++;
      else if (departments.size >= mostDepartments) {
        throw new FileRefused('too-many-departments', { limit: mostDepartments });
      } else departments.set(key, { path, rows: 1 });
      const date = (values[dateAt] ?? '').trim();
      if (date !== '') dates.add(date);
    },
    profile(rows: number): ImportProfile {
      return {
        rows,
        departments: [...departments.values()].sort((a, b) => comparePaths(a.path, b.path)),
        dates: dates.evidence,
        finding: findDateOrder(dates.evidence),
      };
    },
  };
}

function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const order = (a[index] ?? '').localeCompare(b[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}
