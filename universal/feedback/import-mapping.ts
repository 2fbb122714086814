import { z } from 'zod';

/** What a column of an imported file can be. */
export const columnRoles = [
  'department',
  'date',
  'score',
  'comment',
  'rowId',
  'respondent',
  'touchpoint',
  'channel',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

export const importMetrics = ['nps', 'csat', 'ces'] as const;
export type ImportMetric = (typeof importMetrics)[number];

/** The ends of each scale; stored scores always have the best end on top. */
export const scaleEnds: Readonly<
  Record<ImportMetric, { lowest: number; highest: number; satisfiedFrom: number }>
> = {
  nps: { lowest: 0, highest: 10, satisfiedFrom: 9 },
  csat: { lowest: 1, highest: 5, satisfiedFrom: 4 },
  ces: { lowest: 1, highest: 7, satisfiedFrom: 5 },
};

/** What a mapping is refused for; the schema says the English sentence, the edges know its translation. */
export const mappingMessages = {
  departmentMissing: {
    en: 'Choose the column that names the department.',
    zh: '请选择表示部门的列。',
  },
  dateMissing: { en: 'Choose the column that holds the date.', zh: '请选择表示日期的列。' },
  dateOrderMissing: { en: 'Say how the dates are written.', zh: '请说明日期的写法。' },
  scoreOrComment: {
    en: 'Choose a column for the score or for the comment, or both.',
    zh: '请至少选择分数列或评论列。',
  },
  bestMissing: { en: 'Say which end of the scale is the best.', zh: '请说明哪一端表示最好。' },
  metricTwice: {
    en: 'Each kind of score can be read from one column only.',
    zh: '每种分数只能对应一列。',
  },
  sourceMissing: {
    en: 'Name the source of the file, e.g. “Camden till”.',
    zh: '请填写文件的来源，例如“卡姆登收银台”。',
  },
  columnTwice: {
    en: 'This column is used twice. Choose another.',
    zh: '该列被用了两次，请另选一列。',
  },
} as const;

const column = z.string().min(1).max(500);
const optionalColumn = column.nullable().default(null);

/** A column of scores: what it measures and which end of its numbers is the best one. */
export const scoreColumnSchema = z.object({
  column,
  metric: z.enum(importMetrics),
  best: z.enum(['highest', 'lowest'], mappingMessages.bestMissing.en),
});
export type ScoreColumn = z.infer<typeof scoreColumnSchema>;

/** Which column is what, and how its values are to be read. Columns go by name, so a mapping fits the next file too. */
export const columnMappingSchema = z
  .object({
    /** From the widest unit to the narrowest, e.g. trust, service, sub-service. */
    department: z.array(column).min(1, mappingMessages.departmentMissing.en).max(3),
    date: z.string(mappingMessages.dateMissing.en).min(1, mappingMessages.dateMissing.en).max(500),
    dateOrder: z.enum(['ymd', 'dmy', 'mdy'], mappingMessages.dateOrderMissing.en),
    /** At most one column for each kind of score. */
    scores: z.array(scoreColumnSchema).max(importMetrics.length).default([]),
    comment: optionalColumn,
    rowId: optionalColumn,
    /** Tells persons apart; only a keyed hash of it is stored. */
    respondent: optionalColumn,
    touchpoint: optionalColumn,
    channel: optionalColumn,
    defaultTouchpointId: z.string().nullable().default(null),
  })
  .refine(({ scores, comment }) => scores.length > 0 || comment !== null, {
    path: ['scores'],
    message: mappingMessages.scoreOrComment.en,
  })
  .refine(({ scores }) => new Set(scores.map(({ metric }) => metric)).size === scores.length, {
    path: ['scores'],
    message: mappingMessages.metricTwice.en,
  })
  .superRefine((mapping, context) => {
    const used = new Set<string>();
    for (const { role, name, metric } of columnsOf(mapping)) {
      if (used.has(name))
        context.addIssue({
          code: 'custom',
          path: metric ? ['scores', metric] : [role],
          message: mappingMessages.columnTwice.en,
        });
      used.add(name);
    }
  });
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/** Every column that a mapping uses, with what for. */
export function columnsOf(
  mapping: Pick<
    ColumnMapping,
    'department' | 'date' | 'scores' | 'comment' | 'rowId' | 'respondent' | 'touchpoint' | 'channel'
  >,
): { role: ColumnRole; name: string; metric?: ImportMetric }[] {
  const one = (role: ColumnRole, name: string | null) => (name === null ? [] : [{ role, name }]);
  return [
    ...mapping.department.map((name) => ({ role: 'department' as const, name })),
    ...one('date', mapping.date),
    ...mapping.scores.map(({ column: name, metric }) => ({ role: 'score' as const, name, metric })),
    ...one('comment', mapping.comment),
    ...one('rowId', mapping.rowId),
    ...one('respondent', mapping.respondent),
    ...one('touchpoint', mapping.touchpoint),
    ...one('channel', mapping.channel),
  ];
}

/** What becomes of the rows of one value of the department columns. */
export const departmentMatchSchema = z.discriminatedUnion('action', [
  z.object({
    path: z.array(z.string()).min(1).max(3),
    action: z.literal('use'),
    departmentId: z.string().min(1),
  }),
  z.object({ path: z.array(z.string()).min(1).max(3), action: z.literal('create') }),
  /** Another spelling of a value of the same file. */
  z.object({
    path: z.array(z.string()).min(1).max(3),
    action: z.literal('same'),
    sameAs: z.array(z.string()).min(1).max(3),
  }),
  z.object({ path: z.array(z.string()).min(1).max(3), action: z.literal('skip') }),
]);
export type DepartmentMatch = z.infer<typeof departmentMatchSchema>;

export const importMappingSchema = z.object({
  columns: columnMappingSchema,
  /** Created departments are put below this one. */
  createUnderId: z.string().nullable().default(null),
  departments: z.array(departmentMatchSchema).max(2000).default([]),
});
export type ImportMapping = z.infer<typeof importMappingSchema>;

/** The values of a row's department columns without the empty ones: the row belongs to the narrowest unit it names. */
export function pathKey(path: readonly string[]): string {
  return JSON.stringify(path);
}

/** The name of a source as it is compared: two spellings of one name are one source. */
export function sourceKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
