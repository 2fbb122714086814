import { z } from 'zod';
import { revisionOf } from '../../../platform/revision';

export const stageKinds = ['before', 'during', 'after'] as const;
export type StageKind = (typeof stageKinds)[number];

/** A place where customers meet the organisation; its owner department answers for what they say there. */
export interface Touchpoint {
  touchpointId: string;
  stageId: string | null;
  code: string;
  nameEn: string;
  nameZh: string;
  ownerDepartmentId: string;
  isArchived: boolean;
}

export interface Stage {
  stageId: string;
  kind: StageKind;
  nameEn: string;
  nameZh: string;
}

/** The way of a customer, from before the purchase to after it. */
export interface Journey {
  journeyId: string;
  nameEn: string;
  nameZh: string;
  stages: Stage[];
}

/** What an editor of a touchpoint shows. */
export function touchpointRevision({
  stageId,
  code,
  nameEn,
  nameZh,
  ownerDepartmentId,
}: Pick<Touchpoint, 'stageId' | 'code' | 'nameEn' | 'nameZh' | 'ownerDepartmentId'>): string {
  return revisionOf({ stageId, code, nameEn, nameZh, ownerDepartmentId });
}

/** What an editor of a journey shows. */
export function journeyRevision({ nameEn, nameZh }: Pick<Journey, 'nameEn' | 'nameZh'>): string {
  return revisionOf({ nameEn, nameZh });
}

/** The revision that the editor was opened with; of no use for something new. */
const revision = z.string().optional();
const name = z.string().trim().min(1).max(120);

export const touchpointInput = z.object({
  touchpointId: z.uuid().nullable(),
  stageId: z.uuid().nullable(),
  code: z.string().trim().min(1).max(40),
  nameEn: name,
  nameZh: name,
  ownerDepartmentId: z.uuid(),
  revision,
});
export type TouchpointInput = z.output<typeof touchpointInput>;

export const journeyInput = z.object({
  journeyId: z.uuid().nullable(),
  nameEn: name,
  nameZh: name,
  revision,
});
export type JourneyInput = z.output<typeof journeyInput>;
