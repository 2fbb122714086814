import {
  archiveTouchpoint,
  type Journey,
  listJourneys,
  listTouchpoints,
  listTouchpointsById,
  saveJourney,
  saveTouchpoint,
  type Stage,
  stageKinds,
  type Touchpoint,
  journeyRevision,
  touchpointRevision,
} from '../../domain/feedback';
import { NotFound } from '../../platform/errors';
import { builder } from '../builder';
import { DepartmentNode, visibleDepartment } from '../organisation/department';
import { asId } from '../scalars';

interface Named {
  nameEn: string;
  nameZh: string;
}

export const TouchpointNode = builder.loadableNodeRef('Touchpoint', {
  load: async (ids: string[], ctx): Promise<(Touchpoint | NotFound)[]> =>
    (await listTouchpointsById(ctx, { touchpointIds: ids })).map(
      (found) => found ?? new NotFound(),
    ),
  id: { resolve: (touchpoint: Touchpoint) => touchpoint.touchpointId },
});

const nameIn = ({ nameEn, nameZh }: Named, locale: string) => (locale === 'zh' ? nameZh : nameEn);

TouchpointNode.implement({
  description: 'A place where customers meet the organisation.',
  fields: (t) => ({
    touchpointId: t.exposeID('touchpointId'),
    code: t.exposeString('code'),
    name: t.string({
      description: 'In the reader’s language.',
      resolve: (one, _args, ctx) => nameIn(one, ctx.locale),
    }),
    nameEn: t.exposeString('nameEn'),
    nameZh: t.exposeString('nameZh'),
    stageId: t.exposeID('stageId', { nullable: true }),
    isArchived: t.exposeBoolean('isArchived'),
    revision: t.string({
      description: 'Of what an editor shows.',
      resolve: (touchpoint) => touchpointRevision(touchpoint),
    }),
    owner: t.field({
      type: DepartmentNode,
      nullable: true,
      description: 'The department that answers for it; null where the viewer may not see it.',
      resolve: ({ ownerDepartmentId }, _args, { viewer }) =>
        visibleDepartment(viewer, ownerDepartmentId),
    }),
    ownerDepartmentId: t.exposeID('ownerDepartmentId'),
  }),
});

const StageKindEnum = builder.enumType('StageKind', {
  values: Object.fromEntries(stageKinds.map((kind) => [kind.toUpperCase(), { value: kind }])),
});

const StageObject = builder.objectRef<Stage>('Stage').implement({
  fields: (t) => ({
    stageId: t.exposeID('stageId'),
    kind: t.field({ type: StageKindEnum, resolve: ({ kind }) => kind }),
    name: t.string({ resolve: (stage, _args, ctx) => nameIn(stage, ctx.locale) }),
  }),
});

const JourneyObject = builder.objectRef<Journey>('Journey').implement({
  description: 'The way of a customer, in stages.',
  fields: (t) => ({
    journeyId: t.exposeID('journeyId'),
    name: t.string({ resolve: (journey, _args, ctx) => nameIn(journey, ctx.locale) }),
    nameEn: t.exposeString('nameEn'),
    nameZh: t.exposeString('nameZh'),
    revision: t.string({ resolve: (journey) => journeyRevision(journey) }),
    stages: t.field({
      type: [StageObject],
      complexity: { field: 1, multiplier: 3 },
      resolve: ({ stages }) => stages,
    }),
  }),
});

builder.queryFields((t) => ({
  touchpoints: t.field({
    type: [TouchpointNode],
    description: 'In the order of the journeys.',
    authScopes: { can: ['read', 'Touchpoint'] },
    args: { includeArchived: t.arg.boolean({ required: false, defaultValue: false }) },
    resolve: (_root, { includeArchived }, ctx) =>
      listTouchpoints(ctx, { includeArchived: includeArchived ?? false }),
  }),
  journeys: t.field({
    type: [JourneyObject],
    authScopes: { can: ['read', 'Touchpoint'] },
    resolve: (_root, _args, ctx) => listJourneys(ctx),
  }),
}));

const openedWith = 'The one the editor was opened with; only something new has none.';

const SaveTouchpointInput = builder.inputType('SaveTouchpointInput', {
  fields: (t) => ({
    touchpointId: t.id({ required: false, description: 'Without it a touchpoint is created.' }),
    stageId: t.id({ required: false }),
    code: t.string(),
    nameEn: t.string(),
    nameZh: t.string(),
    ownerDepartmentId: t.id(),
    revision: t.string({ required: false, description: openedWith }),
  }),
});

const ArchiveTouchpointInput = builder.inputType('ArchiveTouchpointInput', {
  fields: (t) => ({ touchpointId: t.id(), isArchived: t.boolean() }),
});

const SaveJourneyInput = builder.inputType('SaveJourneyInput', {
  fields: (t) => ({
    journeyId: t.id({
      required: false,
      description: 'Without it a journey with three stages is created.',
    }),
    nameEn: t.string(),
    nameZh: t.string(),
    revision: t.string({ required: false, description: openedWith }),
  }),
});

const optionalId = (id: string | number | null | undefined) => (id ? asId(id) : null);

builder.mutationFields((t) => ({
  saveTouchpoint: t.field({
    type: TouchpointNode,
    errors: {},
    authScopes: { can: ['update', 'Touchpoint'] },
    args: { input: t.arg({ type: SaveTouchpointInput }) },
    resolve: (_root, { input }, ctx) =>
      saveTouchpoint(ctx, {
        ...input,
        revision: input.revision ?? '',
        touchpointId: optionalId(input.touchpointId),
        stageId: optionalId(input.stageId),
        ownerDepartmentId: asId(input.ownerDepartmentId),
      }),
  }),
  archiveTouchpoint: t.field({
    type: TouchpointNode,
    errors: {},
    authScopes: { can: ['update', 'Touchpoint'] },
    args: { input: t.arg({ type: ArchiveTouchpointInput }) },
    resolve: (_root, { input }, ctx) =>
      archiveTouchpoint(ctx, { ...input, touchpointId: asId(input.touchpointId) }),
  }),
  saveJourney: t.field({
    type: JourneyObject,
    errors: {},
    authScopes: { can: ['update', 'Touchpoint'] },
    args: { input: t.arg({ type: SaveJourneyInput }) },
    resolve: async (_root, { input }, ctx) => {
      const journeyId = await saveJourney(ctx, {
        ...input,
        revision: input.revision ?? '',
        journeyId: optionalId(input.journeyId),
      });
      const journey = (await listJourneys(ctx)).find((one) => one.journeyId === journeyId);
      if (!journey) throw new NotFound();
      return journey;
    },
  }),
}));
