import {
  changedFields,
  type EarlierImport,
  type FeedbackImport,
  readingDifferences,
  type TakeBackPlan,
} from '../../domain/feedback';
import { builder } from '../builder';

const ChangedFieldEnum = builder.enumType('ImportChangedField', {
  values: Object.fromEntries(changedFields.map((field) => [field.toUpperCase(), { value: field }])),
});

type ChangeSample = FeedbackImport['changes']['samples'][number];

export const ChangeSampleObject = builder.objectRef<ChangeSample>('ImportChangeSample').implement({
  description: 'One difference between a stored feedback and its row.',
  fields: (t) => ({
    line: t.exposeInt('line'),
    field: t.field({ type: ChangedFieldEnum, resolve: ({ field }) => field }),
    before: t.exposeString('before', {
      nullable: true,
      description: 'A date is a day or a moment; a person’s key is not told.',
    }),
    after: t.exposeString('after', { nullable: true }),
  }),
});

export const ChangeCountObject = builder
  .objectRef<{ field: ChangeSample['field']; rows: number }>('ImportChangeCount')
  .implement({
    fields: (t) => ({
      field: t.field({ type: ChangedFieldEnum, resolve: ({ field }) => field }),
      rows: t.exposeInt('rows', { description: 'Rows in which the field differs.' }),
    }),
  });

const ReadingDifferenceEnum = builder.enumType('ImportReadingDifference', {
  description: 'In what a file was read differently from an earlier one.',
  values: Object.fromEntries(
    readingDifferences.map((difference) => [difference.toUpperCase(), { value: difference }]),
  ),
});

export const EarlierImportObject = builder
  .objectRef<EarlierImport>('EarlierFeedbackImport')
  .implement({
    description: 'The latest stored import of the same file, else of the same source.',
    fields: (t) => ({
      importId: t.exposeID('importId'),
      fileName: t.exposeString('fileName'),
      sourceName: t.exposeString('sourceName'),
      createdAt: t.expose('createdAt', { type: 'DateTime' }),
      isSameFile: t.exposeBoolean('isSameFile', { description: 'The very same bytes.' }),
      differences: t.field({
        type: [ReadingDifferenceEnum],
        resolve: ({ differences }) => differences,
      }),
    }),
  });

const LaterImportObject = builder
  .objectRef<TakeBackPlan['changedSince'][number]>('LaterFeedbackImport')
  .implement({
    fields: (t) => ({
      importId: t.exposeID('importId'),
      fileName: t.exposeString('fileName'),
      rows: t.exposeInt('rows'),
    }),
  });

export const TakeBackPlanObject = builder.objectRef<TakeBackPlan>('ImportTakeBackPlan').implement({
  description: 'What taking the import back would do, and what stands in its way.',
  fields: (t) => ({
    added: t.exposeInt('added', { description: 'Rows that would go.' }),
    changed: t.exposeInt('changed', {
      description: 'Rows that would become what they were before.',
    }),
    changedSince: t.field({
      type: [LaterImportObject],
      description: 'Imports that changed its rows since; they must be taken back first.',
      resolve: ({ changedSince }) => changedSince,
    }),
    foundSince: t.field({
      type: [LaterImportObject],
      description: 'Later imports of the source that found rows there already.',
      resolve: ({ foundSince }) => foundSince,
    }),
    isForgotten: t.exposeBoolean('isForgotten', {
      description: 'What the rows were before is no longer known.',
    }),
  }),
});
