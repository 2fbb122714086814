import {
  type ColumnMapping,
  columnMappingSchema,
  mappingMessages,
} from '../../../universal/feedback/import-mapping';
import type { Locale } from '../../../universal/text';

export const departmentFields = ['department1', 'department2', 'department3'] as const;
const optionalFields = [
  'score',
  'comment',
  'rowId',
  'touchpoint',
  'channel',
  'defaultTouchpointId',
] as const;

export type FormErrorLists = Record<string, string[]>;
export type ParsedColumns = { mapping: ColumnMapping } | { errors: FormErrorLists };

/** A mapping that may still lack what is required: the guess, or a form that is being filled in. */
export interface DraftMapping {
  department: string[];
  date: string | null;
  dateOrder: ColumnMapping['dateOrder'] | null;
  score: string | null;
  metric: ColumnMapping['metric'];
  best: ColumnMapping['best'];
  comment: string | null;
  rowId: string | null;
  touchpoint: string | null;
  channel: string | null;
  defaultTouchpointId: string | null;
}

const textOf = (form: FormData, name: string): string | null => {
  const value = form.get(name);
  return typeof value === 'string' && value !== '' ? value : null;
};

/** What the form says, complete or not. */
export function readDraft(form: FormData): DraftMapping {
  const oneOf = <T extends string>(name: string, values: readonly T[]) =>
    values.find((value) => value === form.get(name)) ?? null;
  const [score, comment, rowId, touchpoint, channel, defaultTouchpointId] = optionalFields.map(
    (name) => textOf(form, name),
  );
  return {
    department: departmentFields.flatMap((name) => textOf(form, name) ?? []),
    date: textOf(form, 'date'),
    dateOrder: oneOf('dateOrder', ['ymd', 'dmy', 'mdy']),
    score: score ?? null,
    metric: oneOf('metric', ['nps', 'csat', 'ces']),
    best: oneOf('best', ['highest', 'lowest']),
    comment: comment ?? null,
    rowId: rowId ?? null,
    touchpoint: touchpoint ?? null,
    channel: channel ?? null,
    defaultTouchpointId: defaultTouchpointId ?? null,
  };
}

/** The mapping of the form, or what is wrong with it by field, in the reader's language. */
export function parseColumns(form: FormData, locale: Locale): ParsedColumns {
  const draft = readDraft(form);
  const used = draft.score === null ? { ...draft, metric: null, best: null } : draft;
  const parsed = columnMappingSchema.safeParse({ ...used, date: used.date ?? '' });
  if (parsed.success) return { mapping: parsed.data };
  const errors: FormErrorLists = {};
  for (const { path, message } of parsed.error.issues) {
    const first = String(path[0] ?? '');
    const name = first === 'department' ? departmentFields[0] : first;
    const lists = (errors[name] ??= []);
    const said = translated(message, locale);
    if (!lists.includes(said)) lists.push(said);
  }
  return { errors };
}

function translated(message: string, locale: Locale): string {
  return Object.values(mappingMessages).find(({ en }) => en === message)?.[locale] ?? message;
}
