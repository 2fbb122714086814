import type { RememberedMapping } from '../../domain/feedback';
import {
  type ColumnMapping,
  type DepartmentMatch,
  importMetrics,
  type ImportMapping,
  type ScoreColumn,
} from '../../universal/feedback/import-mapping';
import { builder } from '../builder';

export const ImportMetricEnum = builder.enumType('ImportMetric', {
  description: 'What the score of a file measures: NPS 0–10, CSAT 1–5, CES 1–7.',
  values: Object.fromEntries(
    importMetrics.map((metric) => [metric.toUpperCase(), { value: metric }]),
  ),
});

export const BestEndEnum = builder.enumType('BestEnd', {
  description: 'Which end of the file’s numbers is the best one.',
  values: { HIGHEST: { value: 'highest' as const }, LOWEST: { value: 'lowest' as const } },
});

export const DateOrderEnum = builder.enumType('DateOrder', {
  description: 'Order of year, month and day in the file’s dates.',
  values: {
    YMD: { value: 'ymd' as const },
    DMY: { value: 'dmy' as const },
    MDY: { value: 'mdy' as const },
  },
});

export const MatchActionEnum = builder.enumType('DepartmentMatchAction', {
  values: {
    USE: { value: 'use' as const, description: 'The rows belong to an existing department.' },
    CREATE: {
      value: 'create' as const,
      description: 'A department of this name is created when the import is stored.',
    },
    SKIP: { value: 'skip' as const, description: 'The rows are left out.' },
    SAME: { value: 'same' as const, description: 'Another spelling of a value of the same file.' },
  },
});

type PartialMapping = Omit<ColumnMapping, 'date' | 'dateOrder'> & {
  date: string | null;
  dateOrder: ColumnMapping['dateOrder'] | null;
};

const ScoreColumnObject = builder.objectRef<ScoreColumn>('ImportScoreColumn').implement({
  description: 'A column of scores.',
  fields: (t) => ({
    column: t.exposeString('column'),
    metric: t.field({ type: ImportMetricEnum, resolve: ({ metric }) => metric }),
    best: t.field({ type: BestEndEnum, resolve: ({ best }) => best }),
  }),
});

export const ColumnMappingObject = builder
  .objectRef<PartialMapping>('ImportColumnMapping')
  .implement({
    description: 'Which column of the file is what, by name.',
    fields: (t) => ({
      department: t.exposeStringList('department', {
        description: 'From the widest unit to the narrowest.',
      }),
      date: t.exposeString('date', { nullable: true }),
      dateOrder: t.field({
        type: DateOrderEnum,
        nullable: true,
        resolve: ({ dateOrder }) => dateOrder,
      }),
      scores: t.field({
        type: [ScoreColumnObject],
        description: 'At most one column for each kind of score.',
        resolve: ({ scores }) => scores,
      }),
      comment: t.exposeString('comment', { nullable: true }),
      rowId: t.exposeString('rowId', { nullable: true }),
      respondent: t.exposeString('respondent', {
        nullable: true,
        description: 'Tells persons apart; only a keyed hash of it is stored.',
      }),
      touchpoint: t.exposeString('touchpoint', { nullable: true }),
      channel: t.exposeString('channel', { nullable: true }),
      defaultTouchpointId: t.exposeID('defaultTouchpointId', { nullable: true }),
    }),
  });

export const DepartmentMatchObject = builder
  .objectRef<DepartmentMatch>('ImportDepartmentMatch')
  .implement({
    fields: (t) => ({
      path: t.exposeStringList('path'),
      action: t.field({ type: MatchActionEnum, resolve: ({ action }) => action }),
      departmentId: t.id({
        nullable: true,
        resolve: (match) => (match.action === 'use' ? match.departmentId : null),
      }),
      sameAs: t.stringList({
        nullable: true,
        resolve: (match) => (match.action === 'same' ? match.sameAs : null),
      }),
    }),
  });

export const ImportMappingObject = builder.objectRef<ImportMapping>('ImportMapping').implement({
  fields: (t) => ({
    columns: t.field({ type: ColumnMappingObject, resolve: ({ columns }) => columns }),
    createUnderId: t.exposeID('createUnderId', { nullable: true }),
    departments: t.field({
      type: [DepartmentMatchObject],
      resolve: ({ departments }) => departments,
    }),
  }),
});

export const RememberedMappingObject = builder
  .objectRef<RememberedMapping>('RememberedImportMapping')
  .implement({
    description: 'A mapping kept under a name, made for files with the same columns.',
    fields: (t) => ({
      importMappingId: t.exposeID('importMappingId'),
      name: t.exposeString('name'),
      updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
      columns: t.field({ type: ColumnMappingObject, resolve: ({ mapping }) => mapping.columns }),
    }),
  });

const ScoreColumnInput = builder.inputType('ImportScoreColumnInput', {
  fields: (t) => ({
    column: t.string(),
    metric: t.field({ type: ImportMetricEnum }),
    best: t.field({ type: BestEndEnum }),
  }),
});

export const ColumnMappingInput = builder.inputType('ImportColumnMappingInput', {
  fields: (t) => ({
    department: t.stringList(),
    date: t.string(),
    dateOrder: t.field({ type: DateOrderEnum }),
    scores: t.field({ type: [ScoreColumnInput], required: false }),
    comment: t.string({ required: false }),
    rowId: t.string({ required: false }),
    respondent: t.string({ required: false }),
    touchpoint: t.string({ required: false }),
    channel: t.string({ required: false }),
    defaultTouchpointId: t.id({ required: false }),
  }),
});

export const DepartmentMatchInput = builder.inputType('ImportDepartmentMatchInput', {
  fields: (t) => ({
    path: t.stringList(),
    action: t.field({ type: MatchActionEnum }),
    departmentId: t.id({ required: false, description: 'For USE.' }),
    sameAs: t.stringList({ required: false, description: 'For SAME.' }),
  }),
});
