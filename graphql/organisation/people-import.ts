import {
  getPeopleImport,
  ignoredColumns,
  listPeopleImports,
  listRejectedRows,
  listUnknownDepartments,
  type PeopleImport,
  peopleImportRevision,
  peopleImportStates,
  type PeopleImportTally,
  readPeopleFileAs,
  type RejectedRow,
  type RowProblem,
  startPeopleImport,
  tallyPeopleImport,
  type UnknownDepartment,
} from '../../domain/organisation';
import type { Encoding } from '../../universal/intake/encodings';
import { builder } from '../builder';
import { DateOrderEnum } from '../feedback/import-mapping';
import { EncodingCandidateObject, EncodingCertaintyEnum } from '../intake/encoding';
import { asId } from '../scalars';

const shownRows = 100;

const PeopleImportStateEnum = builder.enumType('PeopleImportState', {
  description:
    'ASKING: a person has to say how the file is to be read. CHECKED: what would be stored is known, and nothing is stored yet.',
  values: Object.fromEntries(
    peopleImportStates.map((state) => [state.toUpperCase(), { value: state }]),
  ),
});

const RowProblemObject = builder.objectRef<RowProblem>('PersonRowProblem').implement({
  fields: (t) => ({
    field: t.exposeString('field', { description: 'As the file calls it.' }),
    value: t.exposeString('value'),
    reason: t.string({ resolve: ({ reason }, _args, { locale }) => reason[locale] }),
  }),
});

const RejectedRowObject = builder.objectRef<RejectedRow>('RejectedPersonRow').implement({
  fields: (t) => ({
    line: t.exposeInt('line', { description: 'Of the file; its heading is line 1.' }),
    problems: t.field({ type: [RowProblemObject], resolve: ({ problems }) => [...problems] }),
  }),
});

const TallyObject = builder.objectRef<PeopleImportTally>('PeopleImportTally').implement({
  description: 'What becomes, or has become, of the rows.',
  fields: (t) => ({
    rows: t.exposeInt('rows'),
    judged: t.exposeInt('judged', { description: 'Rows about which that is known.' }),
    stored: t.exposeInt('stored', { description: 'Rows that are dealt with.' }),
    created: t.exposeInt('created'),
    rehired: t.exposeInt('rehired', { description: 'People who left and come back.' }),
    updated: t.exposeInt('updated'),
    unchanged: t.exposeInt('unchanged'),
    rejected: t.exposeInt('rejected'),
  }),
});

const UnknownDepartmentObject = builder
  .objectRef<UnknownDepartment>('UnknownDepartment')
  .implement({
    description: 'What a file writes where no department is called so.',
    fields: (t) => ({
      value: t.exposeString('value'),
      rows: t.exposeInt('rows'),
      similarDepartmentIds: t.idList({
        description: 'Departments of nearly this code or name, the nearest first.',
        resolve: ({ similarDepartmentIds }) => similarDepartmentIds,
      }),
    }),
  });

const PeopleImportObject = builder.objectRef<PeopleImport>('PeopleImport').implement({
  description: 'A CSV file with people on its way in.',
  fields: (t) => ({
    peopleImportId: t.exposeID('peopleImportId'),
    fileName: t.exposeString('fileName'),
    state: t.expose('state', { type: PeopleImportStateEnum }),
    failure: t.string({
      nullable: true,
      description: 'Why the file as a whole cannot be read.',
      resolve: ({ failure }, _args, { locale }) => failure?.[locale] ?? null,
    }),
    encoding: t.exposeString('encoding'),
    encodingCertainty: t.expose('encodingCertainty', { type: EncodingCertaintyEnum }),
    encodingCandidates: t.field({
      type: [EncodingCandidateObject],
      description: 'The likeliest first; none where the encoding is certain.',
      resolve: ({ encodingCandidates }) => encodingCandidates,
    }),
    dateOrder: t.expose('dateOrder', {
      type: DateOrderEnum,
      nullable: true,
      description: 'In which its dates were read.',
    }),
    dateCandidates: t.field({
      type: [DateOrderEnum],
      description: 'Orders between which a person has to choose.',
      resolve: ({ dateCandidates }) => [...dateCandidates],
    }),
    unknownDepartments: t.field({
      type: [UnknownDepartmentObject],
      complexity: { field: 20, multiplier: 1 },
      description: 'The most frequent hundred, of a checked file.',
      resolve: (found, _args, ctx) => listUnknownDepartments(ctx, found),
    }),
    revision: t.string({
      description: 'Of what people have said of how the file is to be read.',
      resolve: (found) => peopleImportRevision(found),
    }),
    ignoredColumns: t.stringList({ resolve: (found) => [...ignoredColumns(found)] }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true }),
    tally: t.field({
      type: TallyObject,
      complexity: 20,
      resolve: ({ peopleImportId }, _args, ctx) => tallyPeopleImport(ctx, { peopleImportId }),
    }),
    rejectedRows: t.field({
      type: [RejectedRowObject],
      complexity: { field: 20, multiplier: 1 },
      description: 'The first hundred, in the order of the file; the downloaded report has all.',
      resolve: ({ peopleImportId }, _args, ctx) =>
        listRejectedRows(ctx, { peopleImportId, afterLine: 0, limit: shownRows }),
    }),
  }),
});

builder.queryFields((t) => ({
  peopleImports: t.field({
    type: [PeopleImportObject],
    description: 'The newest ten.',
    authScopes: { can: ['create', 'Employee'] },
    resolve: (_root, _args, ctx) => listPeopleImports(ctx, { limit: 10 }),
  }),
  peopleImport: t.field({
    type: PeopleImportObject,
    authScopes: { can: ['create', 'Employee'] },
    args: { peopleImportId: t.arg.id() },
    resolve: (_root, { peopleImportId }, ctx) =>
      getPeopleImport(ctx, { peopleImportId: asId(peopleImportId) }),
  }),
}));

const PeopleDepartmentInput = builder.inputType('PeopleFileDepartmentInput', {
  fields: (t) => ({
    value: t.string({ description: 'What the file writes.' }),
    departmentId: t.id(),
  }),
});

const revisionSeen = 'The one that the sender has seen; what was said since is then not lost.';

const ReadPeopleFileAsInput = builder.inputType('ReadPeopleFileAsInput', {
  fields: (t) => ({
    peopleImportId: t.id(),
    encoding: t.string({ required: false }),
    dateOrder: t.field({ type: DateOrderEnum, required: false }),
    departments: t.field({ type: [PeopleDepartmentInput], required: false }),
    revision: t.string({ required: false, description: revisionSeen }),
  }),
});

builder.mutationField('readPeopleFileAs', (t) =>
  t.id({
    errors: {},
    description:
      'Checks a file again as it is said to be written; what is not said stays as it was.',
    authScopes: { can: ['create', 'Employee'] },
    args: { input: t.arg({ type: ReadPeopleFileAsInput }) },
    resolve: (_root, { input }, ctx) =>
      readPeopleFileAs(ctx, {
        peopleImportId: asId(input.peopleImportId),
        // What is no encoding of ours is refused like any other wrong input.
        encoding: (input.encoding ?? null) as Encoding | null,
        dateOrder: input.dateOrder ?? null,
        revision: input.revision ?? undefined,
        departments: (input.departments ?? []).map(({ value, departmentId }) => ({
          value,
          departmentId: asId(departmentId),
        })),
      }),
  }),
);

const StartPeopleImportInput = builder.inputType('StartPeopleImportInput', {
  fields: (t) => ({
    peopleImportId: t.id(),
    revision: t.string({ required: false, description: revisionSeen }),
  }),
});

builder.mutationField('startPeopleImport', (t) =>
  t.id({
    errors: {},
    description: 'Stores the good rows of a checked file, in the background.',
    authScopes: { can: ['create', 'Employee'] },
    args: { input: t.arg({ type: StartPeopleImportInput }) },
    resolve: (_root, { input }, ctx) =>
      startPeopleImport(ctx, {
        peopleImportId: asId(input.peopleImportId),
        revision: input.revision ?? undefined,
      }),
  }),
);
