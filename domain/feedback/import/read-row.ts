import {
  type ColumnMapping,
  type DepartmentMatch,
  type ImportMapping,
  type ImportMetric,
  pathKey,
  scaleEnds,
  type ScoreColumn,
} from '../../../universal/feedback/import-mapping';
import { cutText, isStorable, storableText } from '../../intake';
import { readChannel } from './channel';
import {
  type LocalDateTime,
  parseDate,
  readableOrders,
} from '../../../universal/intake/date-format';
import type { ImportProblem, ProblemCode } from './import-problem';
import { occurredAtReader } from './occurred-at';
import { rowIdentifier, type RowRefs } from './row-identity';
import { readScore } from '../../../universal/feedback/import-score';

export const longestComment = 20_000;
/** Characters of a department, an id, or any other mapped cell but a comment. */
export const longestValue = 200;
const longestShown = 500;

/** One row as it will be stored. */
export interface ReadRow {
  /** The line of the file on which it starts. */
  line: number;
  /** What the file's department columns say. */
  path: readonly string[];
  departmentId: string;
  occurredAt: number;
  /** The day, where the file gives a day without a time. */
  occurredOn: string | null;
  touchpointId: string | null;
  channel: string;
  scores: Readonly<Record<ImportMetric, number | null>>;
  comment: string | null;
  respondentKey: string | null;
  refs: RowRefs;
}

export type RowResult =
  | { kind: 'row'; row: ReadRow }
  | { kind: 'skipped' }
  | { kind: 'rejected'; problems: ImportProblem[] };

export interface RowReaderOptions {
  /** Header of the file, in its own order. */
  columns: readonly string[];
  signature: string;
  /** Names of rows hold within their source. */
  source: string;
  /** Whether rows of this source were named in the way of an earlier version. */
  hasOldRefs: boolean;
  mapping: ImportMapping;
  /** The department that stands for each created path, by path key. */
  createdDepartments: ReadonlyMap<string, string>;
  /** Touchpoints by lower-case name and code. */
  touchpoints: ReadonlyMap<string, string>;
  timeZone: string;
  now: Date;
  respondentKeyOf: (respondentId: string) => string;
}

type Problems = (
  column: string | null,
  value: string,
  code: ProblemCode,
  params?: ImportProblem['params'],
) => void;

/**
 * Prepares the reading of one file's rows. Rows must be given in the file's order and each once: equal rows are told
 * apart by how many came before, so a run that goes on after a stop reads the earlier rows again.
 */
export function rowReader(
  options: RowReaderOptions,
): (values: readonly string[], line: number) => RowResult {
  const { columns, mapping } = options;
  const at = positionsOf(columns, mapping.columns);
  const identify = rowIdentifier(options);
  const departmentOf = departmentReader(options);
  const occurredAt = dateReader(options);

  return (values, line) => {
    const problems: ImportProblem[] = [];
    const add: Problems = (column, value, code, params) =>
      problems.push({
        column,
        value: cutText(storableText(value), longestShown),
        code,
        ...(params ? { params } : {}),
      });
    if (values.length > columns.length || values.length <= at.lastNeeded) {
      add(null, values.slice(columns.length).join(' | '), 'wrong-field-count', {
        found: values.length,
        expected: columns.length,
      });
      return { kind: 'rejected', problems };
    }
    checkCells(values, columns, at, add);
    if (problems.length > 0) return { kind: 'rejected', problems };
    const { refs, repeatedId } = identify(values);
    const path = departmentPath(values, at.department);
    const department = departmentOf(path, add);
    if (department === 'skip') return { kind: 'skipped' };
    const moment = occurredAt(values[at.date] ?? '', add);
    const scores = scoresOf(values, at.scores, mapping.columns.scores, add);
    const comment = commentOf(values[at.comment] ?? '', mapping.columns.comment, add);
    const touchpointId = touchpointOf(values, at.touchpoint, options, add);
    const channel = channelOf(values, at.channel, mapping.columns.channel, add);
    if (repeatedId !== null) add(mapping.columns.rowId, repeatedId, 'row-id-repeated');
    if (problems.length > 0 || department === null || moment === null)
      return { kind: 'rejected', problems };
    return {
      kind: 'row',
      row: {
        line,
        path,
        departmentId: department,
        occurredAt: moment.at,
        occurredOn: moment.on,
        touchpointId,
        channel,
        scores,
        comment,
        respondentKey: respondentOf(values[at.respondent] ?? '', options),
        refs,
      },
    };
  };
}

function positionsOf(columns: readonly string[], mapped: ColumnMapping) {
  const position = (name: string | null) => (name === null ? -1 : columns.indexOf(name));
  const [date, department] = [position(mapped.date), mapped.department.map(position)];
  const scores = mapped.scores.map(({ column }) => position(column));
  const others = {
    respondent: position(mapped.respondent),
    touchpoint: position(mapped.touchpoint),
    channel: position(mapped.channel),
  };
  const rowId = position(mapped.rowId);
  return {
    department,
    date,
    scores,
    comment: position(mapped.comment),
    ...others,
    /** Mapped cells that hold a short value. */
    short: [...department, date, ...scores, ...Object.values(others), rowId],
    /** Programs leave out empty cells at the end of a row; one that ends before this column lacks a separator. */
    lastNeeded: Math.max(date, department[0] ?? -1),
  };
}

type Positions = ReturnType<typeof positionsOf>;

/** What cannot be stored, or is far too long, refuses its row and no other. */
function checkCells(
  values: readonly string[],
  columns: readonly string[],
  at: Positions,
  add: Problems,
): void {
  values.forEach((value, index) => {
    if (!isStorable(value)) add(columns[index] ?? null, value, 'unprintable-character');
  });
  for (const index of at.short) {
    const value = values[index] ?? '';
    if (value.length > longestValue)
      add(columns[index] ?? null, value, 'value-too-long', { longest: longestValue });
  }
}

/** The names a row gives in its department columns, from wide to narrow, empty ones left out. */
export function departmentPath(values: readonly string[], positions: readonly number[]): string[] {
  const path: string[] = [];
  for (const position of positions) {
    const name = (values[position] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
    if (name !== '') path.push(name);
  }
  return path;
}

function departmentReader({ mapping, createdDepartments }: RowReaderOptions) {
  const matches = new Map<string, DepartmentMatch>(
    mapping.departments.map((match) => [pathKey(match.path), match]),
  );
  const columnName = mapping.columns.department.join(' / ');
  return (path: readonly string[], add: Problems): string | 'skip' | null => {
    const given = matches.get(pathKey(path));
    const match = given?.action === 'same' ? matches.get(pathKey(given.sameAs)) : given;
    if (match?.action === 'skip') return 'skip';
    if (match?.action === 'use') return match.departmentId;
    const created = match && createdDepartments.get(pathKey(match.path));
    if (created) return created;
    add(
      columnName,
      path.join(' / '),
      path.length === 0 ? 'department-empty' : 'department-unmatched',
    );
    return null;
  };
}

function dateReader({ mapping, timeZone, now }: RowReaderOptions) {
  const { date: column, dateOrder: order } = mapping.columns;
  const momentOf = occurredAtReader(timeZone, now);
  return (value: string, add: Problems): { at: number; on: string | null } | null => {
    if (value.trim() === '') {
      add(column, value, 'date-empty');
      return null;
    }
    const date = parseDate(value, order);
    if (!date) {
      add(
        column,
        value,
        readableOrders(value).length > 0 ? 'date-other-format' : 'date-unreadable',
        { order },
      );
      return null;
    }
    const moment = momentOf(date);
    if ('at' in moment) return { at: moment.at, on: date.time ? null : dayText(date) };
    add(column, value, moment.problem);
    return null;
  };
}

function dayText({ year, month, day }: LocalDateTime): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

function scoresOf(
  values: readonly string[],
  positions: readonly number[],
  columns: readonly ScoreColumn[],
  add: Problems,
): Record<ImportMetric, number | null> {
  const scores: Record<ImportMetric, number | null> = { nps: null, csat: null, ces: null };
  columns.forEach((scale, index) => {
    scores[scale.metric] = scoreOf(values[positions[index] ?? -1] ?? '', scale, add);
  });
  return scores;
}

function scoreOf(value: string, scale: ScoreColumn, add: Problems): number | null {
  const reading = readScore(value, scale);
  if (reading.kind === 'score') return reading.value;
  if (reading.kind === 'unanswered') return null;
  const { lowest, highest } = scaleEnds[scale.metric];
  add(
    scale.column,
    value,
    reading.kind === 'out-of-range' ? 'score-out-of-range' : 'score-not-a-number',
    {
      lowest,
      highest,
    },
  );
  return null;
}

function respondentOf(value: string, { respondentKeyOf }: RowReaderOptions): string | null {
  const respondentId = value.trim();
  return respondentId === '' ? null : respondentKeyOf(respondentId);
}

function commentOf(value: string, column: string | null, add: Problems): string | null {
  if (column === null) return null;
  const comment = value.trim();
  if (comment === '') return null;
  if (comment.length > longestComment)
    add(column, comment, 'comment-too-long', { longest: longestComment });
  return comment;
}

function touchpointOf(
  values: readonly string[],
  position: number,
  { mapping, touchpoints }: RowReaderOptions,
  add: Problems,
): string | null {
  const name = position >= 0 ? (values[position] ?? '').trim() : '';
  if (name === '') return mapping.columns.defaultTouchpointId;
  const found = touchpoints.get(name.toLowerCase());
  if (!found) add(mapping.columns.touchpoint, name, 'touchpoint-unknown');
  return found ?? null;
}

function channelOf(
  values: readonly string[],
  position: number,
  column: string | null,
  add: Problems,
): string {
  const name = position >= 0 ? (values[position] ?? '').trim() : '';
  if (name === '') return 'file_import';
  const found = readChannel(name);
  if (!found) add(column, name, 'channel-unknown');
  return found ?? 'file_import';
}
