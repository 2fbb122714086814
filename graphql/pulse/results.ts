import {
  getPulseResults,
  listPulseComments,
  listPulseDepartmentResults,
  listPulseParticipation,
  type Participation,
  type PulseFigure,
  type PulseFigures,
  type PulseResults,
  tenureBands,
} from '../../domain/pulse';
import { builder } from '../builder';
import { DepartmentNode } from '../organisation/department';
import { IntervalObject } from '../analytics/measurement';
import { asId } from '../scalars';
import { PulseRoundObject } from './round';

const BoundEnum = builder.enumType('PulseBound', {
  description:
    'Where everybody or nobody of a group said nearly the same, a bound is published instead of the number.',
  values: {
    AT_LEAST: { value: 'at_least' },
    AT_MOST: { value: 'at_most' },
  } as const,
});

const PulseFigureObject = builder.objectRef<PulseFigure>('PulseFigure').implement({
  description:
    'A released number. An empty cell and a withheld one look the same: everything is null.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'enps, engagement, or the key of a statement.' }),
    n: t.exposeInt('n', { nullable: true }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'eNPS from −100 to 100, everything else from 0 to 100.',
    }),
    bound: t.expose('bound', {
      type: BoundEnum,
      nullable: true,
      description: 'Null where the value is the number itself.',
    }),
    interval: t.field({
      type: IntervalObject,
      nullable: true,
      description:
        'For everybody who was asked. Null also where all of them answered: they are no sample.',
      resolve: ({ interval }) => interval,
    }),
    favourablePercent: t.exposeFloat('favourablePercent', {
      nullable: true,
      description: 'Null for eNPS and engagement, and where the share would give somebody away.',
    }),
    favourableBound: t.expose('favourableBound', { type: BoundEnum, nullable: true }),
    change: t.exposeFloat('change', {
      nullable: true,
      description: 'Against the round before; null where either of the two is a bound.',
    }),
    changeInterval: t.field({
      type: IntervalObject,
      nullable: true,
      description: 'Of the change, looked at by itself.',
      resolve: ({ changeInterval }) => changeInterval,
    }),
    isChangeBeyondNoise: t.exposeBoolean('isChangeBeyondNoise', {
      description: 'At 95 %, corrected for all figures of the same table.',
    }),
  }),
});

const PulseFiguresObject = builder.objectRef<PulseFigures>('PulseFigures').implement({
  fields: (t) => ({
    enps: t.field({ type: PulseFigureObject, resolve: ({ enps }) => enps }),
    engagement: t.field({ type: PulseFigureObject, resolve: ({ engagement }) => engagement }),
    drivers: t.field({
      type: [PulseFigureObject],
      description: 'One per statement, in the order of the survey.',
      complexity: { field: 1, multiplier: 2 },
      resolve: ({ drivers }) => drivers,
    }),
  }),
});

const TenureBandEnum = builder.enumType('TenureBand', {
  values: Object.fromEntries(
    tenureBands.map((band) => [`YEARS_${band.toUpperCase()}`, { value: band }]),
  ) as Record<string, { value: (typeof tenureBands)[number] }>,
});

const PulseTenureObject = builder
  .objectRef<PulseResults['tenure'][number]>('PulseTenureResults')
  .implement({
    fields: (t) => ({
      band: t.expose('band', { type: TenureBandEnum }),
      figures: t.field({ type: PulseFiguresObject, resolve: ({ figures }) => figures }),
    }),
  });

const PulseTrendObject = builder
  .objectRef<PulseResults['trend'][number]>('PulseTrendPoint')
  .implement({
    fields: (t) => ({
      round: t.field({ type: PulseRoundObject, resolve: ({ round }) => round }),
      enps: t.field({ type: PulseFigureObject, resolve: ({ enps }) => enps }),
      engagement: t.field({ type: PulseFigureObject, resolve: ({ engagement }) => engagement }),
    }),
  });

const PulseStatementObject = builder
  .objectRef<PulseResults['questions'][number]>('PulseStatement')
  .implement({
    fields: (t) => ({
      key: t.exposeString('key'),
      text: t.string({ resolve: ({ text }, _args, { locale }) => text[locale] }),
    }),
  });

const PulseResultsObject = builder.objectRef<PulseResults>('PulseResults').implement({
  description: 'What a department with everything below it said in a released round.',
  fields: (t) => ({
    round: t.field({ type: PulseRoundObject, resolve: ({ round }) => round }),
    department: t.field({
      type: DepartmentNode,
      nullable: true,
      resolve: ({ departmentId }) => departmentId,
    }),
    figures: t.field({ type: PulseFiguresObject, resolve: (results) => results }),
    statements: t.field({
      type: [PulseStatementObject],
      complexity: { field: 1, multiplier: 2 },
      resolve: ({ questions }) => questions.filter(({ kind }) => kind === 'agreement'),
    }),
    tenure: t.field({
      type: [PulseTenureObject],
      description: 'By how long people have been with the organisation.',
      complexity: { field: 1, multiplier: 4 },
      resolve: ({ tenure }) => tenure,
    }),
    trend: t.field({
      type: [PulseTrendObject],
      description: 'The rounds up to this one, the oldest first.',
      complexity: { field: 1, multiplier: 5 },
      resolve: ({ trend }) => trend,
    }),
  }),
});

const PulseDepartmentObject = builder
  .objectRef<{ departmentId: string; figures: PulseFigures }>('PulseDepartmentResults')
  .implement({
    fields: (t) => ({
      department: t.field({
        type: DepartmentNode,
        nullable: true,
        resolve: ({ departmentId }) => departmentId,
      }),
      figures: t.field({ type: PulseFiguresObject, resolve: ({ figures }) => figures }),
    }),
  });

const PulseParticipationObject = builder.objectRef<Participation>('PulseParticipation').implement({
  description: 'Null where nobody or too few were asked.',
  fields: (t) => ({
    department: t.field({
      type: DepartmentNode,
      nullable: true,
      resolve: ({ departmentId }) => departmentId,
    }),
    asked: t.exposeInt('asked', { nullable: true }),
    answered: t.exposeInt('answered', { nullable: true }),
  }),
});

const PulseCommentObject = builder
  .objectRef<{ commentId: string; body: string }>('PulseComment')
  .implement({
    description: 'What somebody in a large enough group wrote; in an order that tells nothing.',
    fields: (t) => ({ commentId: t.exposeID('commentId'), body: t.exposeString('body') }),
  });

const PulseCommentPageObject = builder
  .objectRef<{ comments: { commentId: string; body: string }[]; hasMore: boolean }>(
    'PulseCommentPage',
  )
  .implement({
    fields: (t) => ({
      comments: t.field({
        type: [PulseCommentObject],
        complexity: { field: 1, multiplier: 10 },
        resolve: ({ comments }) => comments,
      }),
      hasMore: t.exposeBoolean('hasMore'),
    }),
  });

builder.queryFields((t) => ({
  pulseResults: t.field({
    type: PulseResultsObject,
    authScopes: { can: ['read', 'PulseRelease'] },
    args: { roundId: t.arg.id(), departmentId: t.arg.id() },
    resolve: (_root, { roundId, departmentId }, ctx) =>
      getPulseResults(ctx, { roundId: asId(roundId), departmentId: asId(departmentId) }),
  }),
  pulseDepartmentResults: t.field({
    type: [PulseDepartmentObject],
    description: 'Every department that the viewer may read, in the order of the tree.',
    authScopes: { can: ['read', 'PulseRelease'] },
    args: { roundId: t.arg.id() },
    resolve: (_root, { roundId }, ctx) =>
      listPulseDepartmentResults(ctx, { roundId: asId(roundId) }),
  }),
  pulseParticipation: t.field({
    type: [PulseParticipationObject],
    description: 'Every department that the viewer answers for, with everything below it.',
    authScopes: { can: ['read', 'PulseParticipation'] },
    args: { roundId: t.arg.id() },
    resolve: (_root, { roundId }, ctx) => listPulseParticipation(ctx, { roundId: asId(roundId) }),
  }),
  pulseComments: t.field({
    type: PulseCommentPageObject,
    description: 'Only for those who answer for the department.',
    authScopes: { can: ['read', 'PulseParticipation'] },
    args: { roundId: t.arg.id(), departmentId: t.arg.id(), page: t.arg.int({ required: false }) },
    resolve: (_root, { roundId, departmentId, page }, ctx) =>
      listPulseComments(ctx, {
        roundId: asId(roundId),
        departmentId: asId(departmentId),
        page: page ?? 1,
      }),
  }),
}));
