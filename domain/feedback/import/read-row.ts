import {
  type ColumnMapping,
  type DepartmentMatch,
  type ImportMapping,
  type ImportMetric,
  pathKey,
  scaleEnds,
} from '../../../universal/feedback/import-mapping';
import { readChannel } from './channel';
import { reportColumns } from './csv-dialect';
import { parseDate, readableOrders } from '../../../universal/feedback/date-format';
import type { ImportProblem, ProblemCode } from './import-problem';
import { occurredAtReader } from './occurred-at';
import { OccurrenceCounter, rowHash, sourceRef } from './row-identity';
import { readScore } from '../../../universal/feedback/import-score';

export const longestComment = 20_000;

/** One row as it will be stored. */
export interface ReadRow {
  /** What the file's department columns say. */
  path: readonly string[];
  departmentId: string;
  occurredAt: number;
  touchpointId: string | null;
  channel: string;
  score: number | null;
  comment: string | null;
  sourceRef: string;
}

export type RowResult =
  | { kind: 'row'; row: ReadRow }
  | { kind: 'skipped' }
  | { kind: 'rejected'; problems: ImportProblem[] };

export interface RowReaderOptions {
  /** Header of the file, in its own order. */
  columns: readonly string[];
  signature: string;
  mapping: ImportMapping;
  /** The department that stands for each created path, by path key. */
  createdDepartments: ReadonlyMap<string, string>;
  /** Touchpoints by lower-case name and code. */
  touchpoints: ReadonlyMap<string, string>;
  timeZone: string;
  now: Date;
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
export function rowReader(options: RowReaderOptions): (values: readonly string[]) => RowResult {
  const { columns, mapping } = options;
  const at = positionsOf(columns, mapping.columns);
  const ownColumns = columns.flatMap((name, index) =>
    (reportColumns as readonly string[]).includes(name) ? [] : [index],
  );
  const occurrences = new OccurrenceCounter();
  const departmentOf = departmentReader(options);
  const occurredAt = dateReader(options);
  const scale = scaleOf(mapping.columns);

  return (values) => {
    const problems: ImportProblem[] = [];
    const add: Problems = (column, value, code, params) =>
      problems.push({ column, value: value.slice(0, 500), code, ...(params ? { params } : {}) });
    if (values.length !== columns.length) {
      add(null, values.slice(columns.length).join(' | '), 'wrong-field-count', {
        found: values.length,
        expected: columns.length,
      });
      return { kind: 'rejected', problems };
    }
    const { hash, occurrence, repeatedId } = identify(
      values,
      at.rowId,
      ownColumns,
      options.signature,
      occurrences,
    );
    const path = departmentPath(values, at.department);
    const department = departmentOf(path, add);
    if (department === 'skip') return { kind: 'skipped' };
    const moment = occurredAt(values[at.date] ?? '', add);
    const score = scale && at.score >= 0 ? scoreOf(values[at.score] ?? '', scale, add) : null;
    const comment = commentOf(values[at.comment] ?? '', mapping.columns.comment, add);
    const touchpointId = touchpointOf(values, at.touchpoint, options, add);
    const channel = channelOf(values, at.channel, mapping.columns.channel, add);
    if (repeatedId !== null) add(mapping.columns.rowId, repeatedId, 'row-id-repeated');
    if (problems.length > 0 || department === null || moment === null)
      return { kind: 'rejected', problems };
    return {
      kind: 'row',
      row: {
        path,
        departmentId: department,
        occurredAt: moment,
        touchpointId,
        channel,
        score,
        comment,
        sourceRef: sourceRef(hash, occurrence),
      },
    };
  };
}

function positionsOf(columns: readonly string[], mapped: ColumnMapping) {
  const position = (name: string | null) => (name === null ? -1 : columns.indexOf(name));
  return {
    department: mapped.department.map(position),
    date: position(mapped.date),
    score: position(mapped.score),
    comment: position(mapped.comment),
    rowId: position(mapped.rowId),
    touchpoint: position(mapped.touchpoint),
    channel: position(mapped.channel),
  };
}

function identify(
  values: readonly string[],
  idAt: number,
  ownColumns: readonly number[],
  signature: string,
  occurrences: OccurrenceCounter,
): { hash: Buffer; occurrence: number; repeatedId: string | null } {
  const rowId = (idAt >= 0 ? values[idAt] : '')?.trim() ?? '';
  if (rowId === '') {
    const hash = rowHash({ values: ownColumns.map((index) => values[index] ?? '') });
    return { hash, occurrence: occurrences.next(hash), repeatedId: null };
  }
  const hash = rowHash({ signature, rowId });
  return { hash, occurrence: 0, repeatedId: occurrences.next(hash) > 0 ? rowId : null };
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
    const key = pathKey(path);
    const match = matches.get(key);
    if (match?.action === 'skip') return 'skip';
    if (match?.action === 'use') return match.departmentId;
    const created = match && createdDepartments.get(key);
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
  return (value: string, add: Problems): number | null => {
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
    if ('at' in moment) return moment.at;
    add(column, value, moment.problem);
    return null;
  };
}

interface Scale {
  column: string;
  metric: ImportMetric;
  best: 'highest' | 'lowest';
}

function scaleOf({ score, metric, best }: ColumnMapping): Scale | null {
  return score !== null && metric !== null && best !== null
    ? { column: score, metric, best }
    : null;
}

function scoreOf(value: string, scale: Scale, add: Problems): number | null {
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

function commentOf(value: string, column: string | null, add: Problems): string | null {
  if (column === null) return null;
  const comment = value.trim();
  if (comment === '') return null;
  if (comment.length > longestComment)
    add(column, comment, 'comment-too-long', { longest: longestComment });
  if (comment.includes('\u0000'))
    add(column, comment.replaceAll('\u0000', '\u2400'), 'unprintable-character');
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
