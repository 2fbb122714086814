import { z } from 'zod';

/** What a column of an imported file can be. */
export const columnRoles = [
  'department',
  'date',
  'score',
  'comment',
  'rowId',
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
  metricMissing: { en: 'Say what the score measures.', zh: '请说明分数衡量的内容。' },
  bestMissing: { en: 'Say which end of the scale is the best.', zh: '请说明哪一端表示最好。' },
  columnTwice: {
    en: 'This column is used twice. Choose another.',
    zh: '该列被用了两次，请另选一列。',
  },
} as const;

const column = z.string().min(1).max(500);
const optionalColumn = column.nullable().default(null);

/** Which column is what, and how its values are to be read. Columns go by name, so a mapping fits the next file too. */
export const columnMappingSchema = z
  .object({
    /** From the widest unit to the narrowest, e.g. trust, service, sub-service. */
    department: z.array(column).min(1, mappingMessages.departmentMissing.en).max(3),
    date: z.string(mappingMessages.dateMissing.en).min(1, mappingMessages.dateMissing.en).max(500),
    dateOrder: z.enum(['ymd', 'dmy', 'mdy'], mappingMessages.dateOrderMissing.en),
    score: optionalColumn,
    metric: z.enum(importMetrics).nullable().default(null),
    best: z.enum(['highest', 'lowest']).nullable().default(null),
    comment: optionalColumn,
    rowId: optionalColumn,
    touchpoint: optionalColumn,
    channel: optionalColumn,
    defaultTouchpointId: z.string().nullable().default(null),
  })
  .refine((mapping) => mapping.score !== null || mapping.comment !== null, {
    path: ['score'],
    message: mappingMessages.scoreOrComment.en,
  })
  .refine((mapping) => mapping.score === null || mapping.metric !== null, {
    path: ['metric'],
    message: mappingMessages.metricMissing.en,
  })
  .refine((mapping) => mapping.score === null || mapping.best !== null, {
    path: ['best'],
    message: mappingMessages.bestMissing.en,
  })
  .superRefine((mapping, context) => {
    const used = new Set<string>();
    for (const role of columnRoles) {
      for (const name of [mapping[role] ?? []].flat()) {
        if (used.has(name))
          context.addIssue({
            code: 'custom',
            path: [role],
            message: mappingMessages.columnTwice.en,
          });
        used.add(name);
      }
    }
  });
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

/** What becomes of the rows of one value of the department columns. */
export const departmentMatchSchema = z.discriminatedUnion('action', [
  z.object({
    path: z.array(z.string()).min(1).max(3),
    action: z.literal('use'),
    departmentId: z.string().min(1),
  }),
  z.object({ path: z.array(z.string()).min(1).max(3), action: z.literal('create') }),
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
