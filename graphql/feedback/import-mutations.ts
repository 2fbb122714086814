import {
  chooseEncoding,
  commitImport,
  getImport,
  mapColumns,
  matchDepartments,
  takeBackImport,
} from '../../domain/feedback';
import { InvalidInput } from '../../platform/errors';
import type { Encoding } from '../../universal/intake/encodings';
import type { DepartmentMatch } from '../../universal/feedback/import-mapping';
import { builder } from '../builder';
import { asId } from '../scalars';
import { FeedbackImportObject } from './import';
import { ColumnMappingInput, DepartmentMatchInput } from './import-mapping';

const revisionSeen = 'The one that the sender has seen; what somebody said since is then not lost.';

const MapImportColumnsInput = builder.inputType('MapImportColumnsInput', {
  fields: (t) => ({
    importId: t.id(),
    mapping: t.field({ type: ColumnMappingInput }),
    source: t.string({
      required: false,
      description:
        'Where the file comes from: rows of one source with the same id are the same row. Without it the suggested name.',
    }),
    revision: t.string({ required: false, description: revisionSeen }),
  }),
});

const ChooseEncodingInput = builder.inputType('ChooseImportEncodingInput', {
  fields: (t) => ({
    importId: t.id(),
    encoding: t.string({ description: 'As the candidates name it: utf-8, windows-1252, …' }),
    revision: t.string({ required: false, description: revisionSeen }),
  }),
});

const MatchImportDepartmentsInput = builder.inputType('MatchImportDepartmentsInput', {
  fields: (t) => ({
    importId: t.id(),
    departments: t.field({ type: [DepartmentMatchInput] }),
    createUnderId: t.id({
      required: false,
      description: 'Created departments are put below this one.',
    }),
    mappingName: t.string({
      required: false,
      description: 'Remembers the mapping under this name.',
    }),
    revision: t.string({ required: false, description: revisionSeen }),
  }),
});

const CommitImportInput = builder.inputType('CommitFeedbackImportInput', {
  fields: (t) => ({
    importId: t.id(),
    revision: t.string({
      required: false,
      description: 'Of the choices whose dry run the sender has seen.',
    }),
  }),
});

const TakeBackInput = builder.inputType('TakeBackFeedbackImportInput', {
  fields: (t) => ({ importId: t.id() }),
});

const chooseDepartment = { en: 'Choose the department.', zh: '请选择部门。' };

function matchOf(
  { path, action, departmentId, sameAs }: typeof DepartmentMatchInput.$inferInput,
  index: number,
): DepartmentMatch {
  if (action === 'same') return { path, action, sameAs: sameAs ?? [] };
  if (action !== 'use') return { path, action };
  if (!departmentId)
    throw new InvalidInput([{ path: ['departments', index], message: chooseDepartment }]);
  return { path, action, departmentId: asId(departmentId) };
}

builder.mutationFields((t) => ({
  chooseImportEncoding: t.field({
    type: FeedbackImportObject,
    errors: {},
    description: 'Reads the file again in this encoding; the columns have to be mapped anew.',
    authScopes: { can: ['update', 'FeedbackImport'] },
    args: { input: t.arg({ type: ChooseEncodingInput }) },
    resolve: async (_root, { input }, ctx) => {
      const { encoding } = input;
      const importId = await chooseEncoding(ctx, {
        importId: asId(input.importId),
        // What is no encoding of ours is refused like any other wrong input.
        encoding: encoding as Encoding,
        revision: input.revision ?? undefined,
      });
      return getImport(ctx, { importId });
    },
  }),
  mapImportColumns: t.field({
    type: FeedbackImportObject,
    errors: {},
    description: 'Says which column is what and starts to read the whole file with it.',
    authScopes: { can: ['update', 'FeedbackImport'] },
    args: { input: t.arg({ type: MapImportColumnsInput }) },
    resolve: async (_root, { input }, ctx) => {
      const { defaultTouchpointId, scores, ...mapping } = input.mapping;
      const importId = await mapColumns(ctx, {
        importId: asId(input.importId),
        source: input.source ?? null,
        revision: input.revision ?? undefined,
        mapping: {
          ...mapping,
          scores: scores ?? [],
          defaultTouchpointId: defaultTouchpointId ? asId(defaultTouchpointId) : null,
        },
      });
      return getImport(ctx, { importId });
    },
  }),
  matchImportDepartments: t.field({
    type: FeedbackImportObject,
    errors: {},
    description: 'Says which department each value stands for and starts the dry run.',
    authScopes: { can: ['update', 'FeedbackImport'] },
    args: { input: t.arg({ type: MatchImportDepartmentsInput }) },
    resolve: async (_root, { input }, ctx) => {
      const importId = await matchDepartments(ctx, {
        importId: asId(input.importId),
        departments: input.departments.map(matchOf),
        createUnderId: input.createUnderId ? asId(input.createUnderId) : null,
        mappingName: input.mappingName?.trim() || null,
        revision: input.revision ?? undefined,
      });
      return getImport(ctx, { importId });
    },
  }),
  commitFeedbackImport: t.field({
    type: FeedbackImportObject,
    errors: {},
    description: 'Creates the missing departments and starts to store the rows. Needs a dry run.',
    authScopes: { can: ['update', 'FeedbackImport'] },
    args: { input: t.arg({ type: CommitImportInput }) },
    resolve: async (_root, { input }, ctx) => {
      const importId = await commitImport(ctx, {
        importId: asId(input.importId),
        revision: input.revision ?? undefined,
      });
      return getImport(ctx, { importId });
    },
  }),
  takeBackFeedbackImport: t.field({
    type: FeedbackImportObject,
    errors: {},
    description:
      'Starts to undo an import as a whole: rows that it added go, rows that it changed become what they were.',
    authScopes: { can: ['update', 'FeedbackImport'] },
    args: { input: t.arg({ type: TakeBackInput }) },
    resolve: async (_root, { input }, ctx) => {
      const importId = await takeBackImport(ctx, { importId: asId(input.importId) });
      return getImport(ctx, { importId });
    },
  }),
}));
