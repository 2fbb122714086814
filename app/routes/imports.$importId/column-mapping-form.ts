import {
  type ColumnMapping,
  columnMappingSchema,
  type ImportMetric,
  importMetrics,
  mappingMessages,
  type ScoreColumn,
} from '../../../universal/feedback/import-mapping';
import type { Locale } from '../../../universal/text';

export const departmentFields = ['department1', 'department2', 'department3'] as const;
const optionalFields = [
  'comment',
  'rowId',
  'respondent',
  'touchpoint',
  'channel',
  'defaultTouchpointId',
] as const;

export type FormErrorLists = Record<string, string[]>;
export type ParsedColumns = { mapping: ColumnMapping; source: string } | { errors: FormErrorLists };

/** A column of scores whose best end may still be unsaid. */
export interface DraftScore {
  column: string;
  metric: ImportMetric;
  best: ScoreColumn['best'] | null;
}

/** A mapping that may still lack what is required: the guess, or a form that is being filled in. */
export interface DraftMapping {
  department: string[];
  date: string | null;
  dateOrder: ColumnMapping['dateOrder'] | null;
  scores: DraftScore[];
  comment: string | null;
  rowId: string | null;
  respondent: string | null;
  touchpoint: string | null;
  channel: string | null;
  defaultTouchpointId: string | null;
}

/** The fields of a form as they were sent. */
interface SentFields {
  get(name: string): unknown;
}

const textOf = (form: SentFields, name: string): string | null => {
  const value = form.get(name);
  return typeof value === 'string' && value !== '' ? value : null;
};

/** What the form says, complete or not. */
export function readDraft(form: SentFields): DraftMapping {
  const oneOf = <T extends string>(name: string, values: readonly T[]) =>
    values.find((value) => value === form.get(name)) ?? null;
  const [comment, rowId, respondent, touchpoint, channel, defaultTouchpointId] = optionalFields.map(
    (name) => textOf(form, name),
  );
  return {
    department: departmentFields.flatMap((name) => textOf(form, name) ?? []),
    date: textOf(form, 'date'),
    dateOrder: oneOf('dateOrder', ['ymd', 'dmy', 'mdy']),
    scores: importMetrics.flatMap((metric) => {
      const column = textOf(form, `score-${metric}`);
      const best = oneOf(`best-${metric}`, ['highest', 'lowest']);
      return column === null ? [] : { column, metric, best };
    }),
    comment: comment ?? null,
    rowId: rowId ?? null,
    respondent: respondent ?? null,
    touchpoint: touchpoint ?? null,
    channel: channel ?? null,
    defaultTouchpointId: defaultTouchpointId ?? null,
  };
}

/** What the fields show of a mapping: the other way round. */
export function fieldsOf(draft: DraftMapping, source: string): Record<string, string> {
  const { department, scores, date, dateOrder } = draft;
  return {
    source,
    ...Object.fromEntries(departmentFields.map((name, index) => [name, department[index] ?? ''])),
    date: date ?? '',
    dateOrder: dateOrder ?? '',
    ...Object.fromEntries(
      importMetrics.flatMap((metric) => {
        const score = scores.find((one) => one.metric === metric);
        return [
          [`score-${metric}`, score?.column ?? ''],
          [`best-${metric}`, score?.best ?? ''],
        ];
      }),
    ),
    ...Object.fromEntries(optionalFields.map((name) => [name, draft[name] ?? ''])),
  };
}

/** The mapping of the form, or what is wrong with it by field, in the reader's language. */
export function parseColumns(form: FormData, locale: Locale): ParsedColumns {
  const draft = readDraft(form);
  const source = textOf(form, 'source')?.trim() ?? '';
  const parsed = columnMappingSchema.safeParse({ ...draft, date: draft.date ?? '' });
  const errors: FormErrorLists = {};
  const add = (name: string, message: string) => {
    const lists = (errors[name] ??= []);
    if (!lists.includes(message)) lists.push(message);
  };
  if (source === '') add('source', mappingMessages.sourceMissing[locale]);
  for (const { path, message } of parsed.error?.issues ?? [])
    add(fieldOf(path, draft), translated(message, locale));
  return parsed.success && source !== '' ? { mapping: parsed.data, source } : { errors };
}

function fieldOf([first, second]: readonly PropertyKey[], { scores }: DraftMapping): string {
  if (first === 'department') return departmentFields[0];
  if (first !== 'scores') return String(first ?? '');
  if (typeof second === 'number') return `best-${scores[second]?.metric ?? 'csat'}`;
  return `score-${String(second ?? scores[0]?.metric ?? 'nps')}`;
}

function translated(message: string, locale: Locale): string {
  return Object.values(mappingMessages).find(({ en }) => en === message)?.[locale] ?? message;
}
