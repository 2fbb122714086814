import { type ImportMapping, importMetrics } from '../../../universal/feedback/import-mapping';
import { cutText } from '../../intake';
import type { ChangedField, ImportChanges } from './feedback-import';
import type { ReadRow } from './read-row';

/** What a feedback holds of what a file can say. */
export interface FeedbackValues {
  occurredAt: number;
  occurredOn: string | null;
  departmentId: string;
  touchpointId: string | null;
  channel: string;
  nps: number | null;
  csat: number | null;
  ces: number | null;
  comment: string | null;
  respondentKey: string | null;
}

/** A feedback that a row of a file stands for, as it is stored. */
export interface StoredRow extends FeedbackValues {
  feedbackId: string;
  rowRef: string;
  contentRef: string;
}

/** A row that differs from what is stored of it. */
export interface RowChange {
  row: ReadRow;
  stored: StoredRow;
  values: FeedbackValues;
  fields: ChangedField[];
}

const fieldOf = {
  departmentId: 'department',
  touchpointId: 'touchpoint',
  channel: 'channel',
  nps: 'nps',
  csat: 'csat',
  ces: 'ces',
  comment: 'comment',
  respondentKey: 'respondent',
} as const satisfies Partial<Record<keyof FeedbackValues, ChangedField>>;

/** What a stored feedback becomes by a row. A field that the mapping does not speak of stays as it is. */
export type RowReading = (row: ReadRow, stored?: FeedbackValues) => FeedbackValues;

/**
 * `clearedMetrics`: scores that an earlier pass read from a column that now means another; they go when that pass is
 * corrected.
 */
export function rowReading(
  { columns }: ImportMapping,
  clearedMetrics: ReadonlySet<string>,
): RowReading {
  const speaksOf = new Set<string>(columns.scores.map(({ metric }) => metric));
  for (const metric of clearedMetrics) speaksOf.add(metric);
  if (columns.comment !== null) speaksOf.add('comment');
  if (columns.respondent !== null) speaksOf.add('respondentKey');
  if (columns.channel !== null) speaksOf.add('channel');
  if (columns.touchpoint !== null || columns.defaultTouchpointId !== null)
    speaksOf.add('touchpointId');
  return (row, stored) => {
    const said: FeedbackValues = {
      occurredAt: row.occurredAt,
      occurredOn: row.occurredOn,
      departmentId: row.departmentId,
      touchpointId: row.touchpointId,
      channel: row.channel,
      ...row.scores,
      comment: row.comment,
      respondentKey: row.respondentKey,
    };
    if (!stored) return said;
    const kept = <K extends keyof FeedbackValues>(name: K): FeedbackValues[K] =>
      speaksOf.has(name) ? said[name] : stored[name];
    // A day is the same day in every zone, whatever moment stands for it.
    const sameDay = said.occurredOn !== null && said.occurredOn === stored.occurredOn;
    return {
      occurredAt: sameDay ? stored.occurredAt : said.occurredAt,
      occurredOn: said.occurredOn,
      departmentId: said.departmentId,
      touchpointId: kept('touchpointId'),
      channel: kept('channel'),
      nps: kept('nps'),
      csat: kept('csat'),
      ces: kept('ces'),
      comment: kept('comment'),
      respondentKey: kept('respondentKey'),
    };
  };
}

/** The fields in which the row differs from what is stored of it. */
export function changedFieldsOf(before: FeedbackValues, after: FeedbackValues): ChangedField[] {
  const names = Object.keys(fieldOf) as (keyof typeof fieldOf)[];
  const fields: ChangedField[] = names.flatMap((name) =>
    before[name] === after[name] ? [] : [fieldOf[name]],
  );
  const isMoved = before.occurredAt !== after.occurredAt || before.occurredOn !== after.occurredOn;
  return isMoved ? ['date', ...fields] : fields;
}

const samplesOfField = 5;
const longestSample = 300;

/** Counts changes and keeps the first few of each field as samples. */
export class ChangeTally {
  readonly #fields: ImportChanges['fields'];
  readonly #samples: ImportChanges['samples'];

  constructor({ fields, samples }: ImportChanges) {
    this.#fields = { ...fields };
    this.#samples = [...samples];
  }

  add({ row, stored, values, fields }: RowChange): void {
    for (const field of fields) {
      const seen = this.#fields[field] ?? 0;
      this.#fields[field] = seen + 1;
      if (seen >= samplesOfField) continue;
      this.#samples.push({
        line: row.line,
        field,
        before: shown(field, stored),
        after: shown(field, values),
      });
    }
  }

  snapshot(): ImportChanges {
    return { fields: { ...this.#fields }, samples: [...this.#samples] };
  }
}

function shown(field: ChangedField, values: FeedbackValues): string | null {
  switch (field) {
    case 'date':
      return values.occurredOn ?? new Date(values.occurredAt).toISOString();
    case 'department':
      return values.departmentId;
    case 'touchpoint':
      return values.touchpointId;
    case 'comment':
      return values.comment === null ? null : cutText(values.comment, longestSample);
    case 'channel':
      return values.channel;
    // A key names nobody; what is told is that it is another one.
    case 'respondent':
      return null;
    default: {
      const score = values[field];
      return score === null ? null : String(score);
    }
  }
}

/** Scores that earlier passes of the same source read from columns that now mean something else. */
export function metricsToClear(
  mapping: ImportMapping,
  earlier: readonly ImportMapping[],
): Set<string> {
  const now = new Map(mapping.columns.scores.map(({ column, metric }) => [column, metric]));
  const cleared = new Set<string>();
  for (const { columns } of earlier) {
    for (const { column, metric } of columns.scores) {
      const meaning = now.get(column);
      if (meaning !== undefined && meaning !== metric) cleared.add(metric);
    }
  }
  for (const metric of importMetrics) {
    if (mapping.columns.scores.some((score) => score.metric === metric)) cleared.delete(metric);
  }
  return cleared;
}
