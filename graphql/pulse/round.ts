import { isAllowed } from '../../domain/access';
import {
  closePulseRound,
  createPulseProgramme,
  createPulseRound,
  findOwnPulse,
  getPulseRound,
  listPulseProgrammes,
  listPulseRounds,
  openPulseRound,
  type OwnPulse,
  type PulseProgramme,
  type PulseRound,
} from '../../domain/pulse';
import { builder } from '../builder';
import { asId } from '../scalars';

const RoundStatusEnum = builder.enumType('PulseRoundStatus', {
  values: {
    PLANNED: { value: 'planned' },
    OPEN: { value: 'open' },
    CLOSED: { value: 'closed' },
  } as const,
});

const PulseModeEnum = builder.enumType('PulseMode', {
  description:
    'IDENTIFIED: readers may know who said what. CONFIDENTIAL: no reader does. ANONYMOUS: nobody can, a database administrator included.',
  values: {
    IDENTIFIED: { value: 'identified' },
    CONFIDENTIAL: { value: 'confidential' },
    ANONYMOUS: { value: 'anonymous' },
  } as const,
});

export const PulseRoundObject = builder.objectRef<PulseRound>('PulseRound').implement({
  description: 'One round of a pulse. While it is open only participation can be read.',
  fields: (t) => ({
    roundId: t.exposeID('roundId'),
    number: t.exposeInt('number'),
    name: t.string({
      description: 'The name of the programme, in the reader’s language.',
      resolve: ({ name }, _args, { locale }) => name[locale],
    }),
    status: t.expose('status', { type: RoundStatusEnum }),
    mode: t.expose('mode', { type: PulseModeEnum }),
    opensAt: t.expose('opensAt', { type: 'DateTime' }),
    closesAt: t.expose('closesAt', { type: 'DateTime' }),
    isReleased: t.exposeBoolean('isReleased'),
    minimumGroup: t.exposeInt('minimumGroup', {
      description: 'The smallest group whose scores are shown.',
    }),
    minimumCommentGroup: t.exposeInt('minimumCommentGroup', {
      description: 'The smallest group whose comments are shown.',
    }),
    canManage: t.boolean({
      description: 'Whether the viewer may open and close it.',
      resolve: (_round, _args, { viewer }) => isAllowed(viewer, 'update', 'PulseRound'),
    }),
  }),
});

const PulseProgrammeObject = builder.objectRef<PulseProgramme>('PulseProgramme').implement({
  description: 'A series of rounds under the same promise.',
  fields: (t) => ({
    programmeId: t.exposeID('programmeId'),
    name: t.string({ resolve: ({ name }, _args, { locale }) => name[locale] }),
    mode: t.expose('mode', { type: PulseModeEnum }),
    minimumGroup: t.exposeInt('minimumGroup'),
    minimumCommentGroup: t.exposeInt('minimumCommentGroup'),
    isLocked: t.exposeBoolean('isLocked', {
      description: 'From the first invitation on, the promise to respondents stands.',
    }),
  }),
});

const OwnPulseObject = builder.objectRef<OwnPulse>('OwnPulse').implement({
  description: 'The viewer’s own invitation to the open round.',
  fields: (t) => ({
    round: t.field({ type: PulseRoundObject, resolve: ({ round }) => round }),
    isAnswered: t.exposeBoolean('isAnswered'),
    path: t.exposeString('path', { description: 'The page on which to answer.' }),
    daysLeft: t.exposeInt('daysLeft', { description: 'Today included.' }),
  }),
});

builder.queryFields((t) => ({
  pulseRounds: t.field({
    type: [PulseRoundObject],
    description: 'The newest first; planned ones only for those who plan.',
    authScopes: { signedIn: true },
    resolve: (_root, _args, ctx) => listPulseRounds(ctx),
  }),
  pulseRound: t.field({
    type: PulseRoundObject,
    authScopes: { signedIn: true },
    args: { roundId: t.arg.id() },
    resolve: (_root, { roundId }, ctx) => getPulseRound(ctx, { roundId: asId(roundId) }),
  }),
  ownPulse: t.field({
    type: OwnPulseObject,
    nullable: true,
    description: 'Null when the viewer is not asked at the moment.',
    authScopes: { signedIn: true },
    resolve: (_root, _args, ctx) => findOwnPulse(ctx),
  }),
  pulseProgrammes: t.field({
    type: [PulseProgrammeObject],
    authScopes: { can: ['read', 'PulseProgramme'] },
    resolve: (_root, _args, ctx) => listPulseProgrammes(ctx),
  }),
}));

const CreatePulseProgrammeInput = builder.inputType('CreatePulseProgrammeInput', {
  fields: (t) => ({
    nameEn: t.string(),
    nameZh: t.string(),
    surveyId: t.id({ required: false, description: 'The employees’ survey when left out.' }),
    minimumGroup: t.int({ required: false }),
    minimumCommentGroup: t.int({ required: false }),
  }),
});

const CreatePulseRoundInput = builder.inputType('CreatePulseRoundInput', {
  fields: (t) => ({
    programmeId: t.id(),
    opensOn: t.field({ type: 'Date', description: 'At nine in the morning.' }),
    closesOn: t.field({ type: 'Date', description: 'At six in the evening.' }),
  }),
});

const OpenPulseRoundInput = builder.inputType('OpenPulseRoundInput', {
  fields: (t) => ({ roundId: t.id() }),
});

const ClosePulseRoundInput = builder.inputType('ClosePulseRoundInput', {
  fields: (t) => ({ roundId: t.id() }),
});

builder.mutationFields((t) => ({
  createPulseProgramme: t.field({
    type: PulseProgrammeObject,
    errors: {},
    authScopes: { can: ['create', 'PulseProgramme'] },
    args: { input: t.arg({ type: CreatePulseProgrammeInput }) },
    resolve: (_root, { input }, ctx) =>
      createPulseProgramme(ctx, {
        ...input,
        surveyId: input.surveyId ? asId(input.surveyId) : null,
        minimumGroup: input.minimumGroup ?? undefined,
        minimumCommentGroup: input.minimumCommentGroup ?? undefined,
      }),
  }),
  createPulseRound: t.field({
    type: PulseRoundObject,
    errors: {},
    authScopes: { can: ['create', 'PulseRound'] },
    args: { input: t.arg({ type: CreatePulseRoundInput }) },
    resolve: (_root, { input }, ctx) =>
      createPulseRound(ctx, { ...input, programmeId: asId(input.programmeId) }),
  }),
  openPulseRound: t.field({
    type: PulseRoundObject,
    errors: {},
    authScopes: { can: ['update', 'PulseRound'] },
    args: { input: t.arg({ type: OpenPulseRoundInput }) },
    resolve: (_root, { input }, ctx) => openPulseRound(ctx, { roundId: asId(input.roundId) }),
  }),
  closePulseRound: t.field({
    type: PulseRoundObject,
    errors: {},
    authScopes: { can: ['update', 'PulseRound'] },
    args: { input: t.arg({ type: ClosePulseRoundInput }) },
    resolve: (_root, { input }, ctx) => closePulseRound(ctx, { roundId: asId(input.roundId) }),
  }),
}));
