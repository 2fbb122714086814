import { DateTime } from 'luxon';
import { z } from 'zod';
import {
  changedFields,
  type FeedbackImport,
  findEarlierImport,
  getImport,
  importRevision,
  type ImportProfile,
  type ImportStatus,
  type ImportTally,
  listImports,
  listOfferedMappings,
  listRejectedRows,
  listSourceNames,
  nameChanges,
  planTakeBack,
  problemText,
  progressOf,
  type RejectedRow,
  suggestMatches,
  suggestSource,
} from '../../domain/feedback';
import { cursorMoment, cursorOf, placeOf } from '../../platform/list-cursor';
import { type ImportMetric, importMetrics } from '../../universal/feedback/import-mapping';
import { refusalText } from '../../universal/intake/file-refusal';
import { customPeriod, type Period } from '../../universal/period';
import { channelName } from '../analytics/channel-name';
import { PeriodObject } from '../analytics/period';
import { builder } from '../builder';
import { EncodingCandidateObject, EncodingCertaintyEnum } from '../intake/encoding';
import { asId } from '../scalars';
import {
  ColumnMappingObject,
  DateOrderEnum,
  DepartmentMatchObject,
  ImportMappingObject,
  ImportMetricEnum,
  RememberedMappingObject,
} from './import-mapping';
import {
  ChangeCountObject,
  ChangeSampleObject,
  EarlierImportObject,
  TakeBackPlanObject,
} from './import-report';

const statuses: readonly ImportStatus[] = [
  'uploaded',
  'profiling',
  'profiled',
  'checking',
  'checked',
  'committing',
  'done',
  'taking_back',
  'taken_back',
  'failed',
];

const ImportStatusEnum = builder.enumType('FeedbackImportStatus', {
  description:
    'PROFILING, CHECKING (the dry run), COMMITTING and TAKING_BACK run as jobs; the others wait for a person.',
  values: Object.fromEntries(statuses.map((status) => [status.toUpperCase(), { value: status }])),
});

/** Lists that come with their import cost as much as the import. */
const alongside = { field: 1, multiplier: 1 };

type SampleRow = FeedbackImport['sample'][number];
const SampleRowObject = builder.objectRef<SampleRow>('ImportSampleRow').implement({
  fields: (t) => ({
    line: t.exposeInt('line', { description: 'The line of the file on which the row starts.' }),
    values: t.exposeStringList('values'),
  }),
});

const ScoreTallyObject = builder
  .objectRef<{ metric: ImportMetric; scored: number; satisfied: number }>('ImportScoreTally')
  .implement({
    fields: (t) => ({
      metric: t.field({ type: ImportMetricEnum, resolve: ({ metric }) => metric }),
      scored: t.exposeInt('scored', {
        description: 'Rows with this score; the others answered “don’t know”.',
      }),
      satisfied: t.exposeInt('satisfied', {
        description: 'Top two of five, promoters, or 5–7 of seven.',
      }),
    }),
  });

const TallyObject = builder.objectRef<ImportTally[number]>('ImportTally').implement({
  description: 'The good rows of one value of the department columns.',
  fields: (t) => ({
    path: t.exposeStringList('path'),
    rows: t.exposeInt('rows'),
    scores: t.field({
      type: [ScoreTallyObject],
      complexity: alongside,
      resolve: ({ scores }) =>
        importMetrics.flatMap((metric) => {
          const counts = scores[metric];
          return counts ? { metric, ...counts } : [];
        }),
    }),
  }),
});

type Problem = RejectedRow['problems'][number];
const ProblemObject = builder.objectRef<Problem>('ImportProblem').implement({
  fields: (t) => ({
    column: t.exposeString('column', {
      nullable: true,
      description: 'Null where the whole row is meant.',
    }),
    value: t.exposeString('value'),
    code: t.exposeString('code'),
    reason: t.string({ resolve: (problem, _args, ctx) => problemText(problem)[ctx.locale] }),
  }),
});

const RejectedRowObject = builder.objectRef<RejectedRow>('ImportRejectedRow').implement({
  fields: (t) => ({
    line: t.exposeInt('line'),
    problems: t.field({
      type: [ProblemObject],
      complexity: alongside,
      resolve: ({ problems }) => problems,
    }),
  }),
});

const SimilarValueObject = builder
  .objectRef<{ path: string[] }>('ImportSimilarValue')
  .implement({ fields: (t) => ({ path: t.exposeStringList('path') }) });

const SuggestedMatchObject = builder
  .objectRef<Awaited<ReturnType<typeof suggestMatches>>[number]>('ImportSuggestedMatch')
  .implement({
    fields: (t) => ({
      path: t.exposeStringList('path'),
      rows: t.exposeInt('rows'),
      match: t.field({
        type: DepartmentMatchObject,
        nullable: true,
        description:
          'What was chosen before, or the department of this name; else a person decides.',
        resolve: ({ match }) => match,
      }),
      similarDepartmentIds: t.idList({
        description: 'Departments of nearly this name, the nearest first.',
        resolve: ({ similarDepartmentIds }) => similarDepartmentIds,
      }),
      similarPaths: t.field({
        type: [SimilarValueObject],
        description: 'More frequent values of the same file that look alike.',
        resolve: ({ similarPaths }) => similarPaths.map((path) => ({ path })),
      }),
    }),
  });

const ProfileObject = builder.objectRef<ImportProfile>('ImportProfile').implement({
  description: 'What the whole file holds, seen with the chosen columns.',
  fields: (t) => ({
    rows: t.exposeInt('rows'),
    dateOrder: t.field({
      type: DateOrderEnum,
      nullable: true,
      description: 'The order most dates are in; null when they allow several.',
      resolve: ({ finding }) => (finding.kind === 'found' ? finding.order : null),
    }),
    datesInOtherFormat: t.int({
      resolve: ({ finding }) => (finding.kind === 'found' ? finding.others : 0),
    }),
    unreadableDates: t.int({ resolve: ({ dates }) => dates.unreadable }),
  }),
});

const FailureObject = builder
  .objectRef<NonNullable<FeedbackImport['failure']>>('ImportFailure')
  .implement({
    fields: (t) => ({
      step: t.field({ type: ImportStatusEnum, resolve: ({ step }) => step }),
      message: t.string({
        resolve: ({ code, params }, _args, ctx) => refusalText(code, params)[ctx.locale],
      }),
    }),
  });

export const FeedbackImportObject = builder.objectRef<FeedbackImport>('FeedbackImport').implement({
  description: 'A file with customer feedback on its way in.',
  fields: (t) => ({
    importId: t.exposeID('feedbackImportId'),
    fileName: t.exposeString('fileName'),
    fileBytes: t.exposeFloat('fileBytes'),
    encoding: t.exposeString('encoding'),
    encodingCertainty: t.expose('encodingCertainty', { type: EncodingCertaintyEnum }),
    encodingCandidates: t.field({
      type: [EncodingCandidateObject],
      complexity: alongside,
      description: 'The likeliest first; none where the encoding is certain.',
      resolve: ({ encodingCandidates }) => encodingCandidates,
    }),
    delimiter: t.exposeString('delimiter'),
    columns: t.exposeStringList('columns'),
    status: t.field({ type: ImportStatusEnum, resolve: ({ status }) => status }),
    failure: t.field({ type: FailureObject, nullable: true, resolve: ({ failure }) => failure }),
    sample: t.field({
      type: [SampleRowObject],
      complexity: alongside,
      description: 'The first rows.',
      args: { first: t.arg.int({ defaultValue: 5 }) },
      resolve: ({ sample }, { first }) => sample.slice(0, first ?? 5),
    }),
    guess: t.field({ type: ColumnMappingObject, resolve: ({ guess }) => guess }),
    mapping: t.field({
      type: ImportMappingObject,
      nullable: true,
      resolve: ({ mapping }) => mapping,
    }),
    mappingName: t.exposeString('mappingName', { nullable: true }),
    revision: t.string({
      description: 'Of what people have said of how the file is to be read.',
      resolve: (file) => importRevision(file),
    }),
    source: t.string({
      description:
        'Where the file comes from, as chosen or suggested: rows of one source with the same id are the same row.',
      resolve: (file, _args, ctx) => suggestSource(ctx, file),
    }),
    earlierImport: t.field({
      type: EarlierImportObject,
      nullable: true,
      resolve: (file, _args, ctx) => findEarlierImport(ctx, file),
    }),
    offeredMappings: t.field({
      type: [RememberedMappingObject],
      complexity: alongside,
      description: 'Remembered from files with the same columns, the latest first.',
      resolve: (file, _args, ctx) => listOfferedMappings(ctx, file),
    }),
    profile: t.field({ type: ProfileObject, nullable: true, resolve: ({ profile }) => profile }),
    suggestedMatches: t.field({
      type: [SuggestedMatchObject],
      complexity: { field: 10, multiplier: 1 },
      description:
        'The values of the department columns with what was chosen, or is proposed, for each.',
      resolve: (file, _args, ctx) => suggestMatches(ctx, file),
    }),
    percent: t.int({ resolve: (file, _args, ctx) => progressOf(file, ctx.clock.now()).percent }),
    secondsLeft: t.int({
      nullable: true,
      resolve: (file, _args, ctx) => progressOf(file, ctx.clock.now()).secondsLeft ?? null,
    }),
    rowsRead: t.exposeInt('rowsRead'),
    rowsStored: t.exposeInt('rowsStored', {
      description: 'In a dry run: rows that would be stored.',
    }),
    rowsChanged: t.exposeInt('rowsChanged', {
      description:
        'Rows that differ from what is stored of them. In a dry run: that would be changed.',
    }),
    changes: t.field({
      type: [ChangeCountObject],
      complexity: alongside,
      description: 'In which fields rows differ.',
      resolve: ({ changes }) =>
        changedFields.flatMap((field) => {
          const rows = changes.fields[field];
          return rows === undefined ? [] : { field, rows };
        }),
    }),
    changeSamples: t.field({
      type: [ChangeSampleObject],
      complexity: { field: 5, multiplier: 1 },
      description: 'A few differences for each field.',
      resolve: async ({ changes }, _args, ctx) =>
        (await nameChanges(ctx, changes)).map((sample) =>
          sample.field === 'channel'
            ? {
                ...sample,
                before: channelName(sample.before)[ctx.locale],
                after: channelName(sample.after)[ctx.locale],
              }
            : sample,
        ),
    }),
    takeBack: t.field({
      type: TakeBackPlanObject,
      nullable: true,
      complexity: { field: 10, multiplier: 1 },
      description: 'Null where nothing is stored that could be taken back.',
      resolve: (file, _args, ctx) => planTakeBack(ctx, file),
    }),
    rowsUnchanged: t.exposeInt('rowsUnchanged', { description: 'Rows that were there already.' }),
    rowsSkipped: t.exposeInt('rowsSkipped', { description: 'Left out on request.' }),
    rowsRejected: t.exposeInt('rowsRejected'),
    tally: t.field({ type: [TallyObject], complexity: alongside, resolve: ({ tally }) => tally }),
    period: t.field({
      type: PeriodObject,
      nullable: true,
      description: 'The days of the good rows, from the first to the last.',
      resolve: ({ tally }, _args, ctx) => periodOf(tally, ctx.organisation.timeZone),
    }),
    rejectedRows: t.field({
      type: [RejectedRowObject],
      complexity: { field: 5, multiplier: 1 },
      description: 'In the file’s own order.',
      args: {
        first: t.arg.int({ defaultValue: 20 }),
        afterLine: t.arg.int({ defaultValue: 0 }),
      },
      resolve: ({ feedbackImportId: importId }, { first, afterLine }, ctx) =>
        listRejectedRows(ctx, {
          importId,
          afterLine: afterLine ?? 0,
          limit: Math.min(Math.max(first ?? 20, 1), 200),
        }),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true }),
  }),
});

function periodOf(tally: ImportTally, zone: string): Period | null {
  if (tally.length === 0) return null;
  const dayOf = (at: number) => DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd');
  const first = Math.min(...tally.map(({ firstAt }) => firstAt));
  const last = Math.max(...tally.map(({ lastAt }) => lastAt));
  return customPeriod(dayOf(first), dayOf(last));
}

const importPlace = z.tuple([cursorMoment, z.uuid()]);

const importCursor = ({ createdAt, feedbackImportId }: FeedbackImport) =>
  cursorOf([createdAt.toISOString(), feedbackImportId]);

builder.queryFields((t) => ({
  feedbackSources: t.stringList({
    description: 'Names of sources that files came from, the latest first.',
    authScopes: { can: ['read', 'FeedbackImport'] },
    resolve: (_root, _args, ctx) => listSourceNames(ctx),
  }),
  feedbackImport: t.field({
    type: FeedbackImportObject,
    complexity: 5,
    authScopes: { can: ['read', 'FeedbackImport'] },
    args: { importId: t.arg.id() },
    resolve: (_root, { importId }, ctx) => getImport(ctx, { importId: asId(importId) }),
  }),
  feedbackImports: t.connection({
    type: FeedbackImportObject,
    description: 'The newest first.',
    complexity: ({ first }) => ({ field: 5, multiplier: first ?? 20 }),
    authScopes: { can: ['read', 'FeedbackImport'] },
    resolve: async (_root, { first, after }, ctx) => {
      const limit = Math.min(Math.max(first ?? 20, 1), 100);
      const place = placeOf(importPlace, after);
      const found = await listImports(ctx, {
        limit: limit + 1,
        after: place && { createdAt: new Date(place[0]), importId: place[1] },
      });
      const page = found.slice(0, limit);
      return {
        edges: page.map((node) => ({ cursor: importCursor(node), node })),
        pageInfo: {
          hasNextPage: found.length > limit,
          hasPreviousPage: Boolean(after),
          startCursor: page[0] ? importCursor(page[0]) : null,
          endCursor: page.length > 0 ? importCursor(page.at(-1)!) : null,
        },
      };
    },
  }),
}));
