import { sql } from 'kysely';
import type { Db } from '../../../platform/db';
import { newId } from '../../../platform/ids';
import type {
  Journey,
  JourneyInput,
  Stage,
  StageKind,
  Touchpoint,
  TouchpointInput,
} from './touchpoint';

/** Touchpoints in the order of their journeys; those without a stage last. */
export async function selectTouchpoints(db: Db): Promise<Touchpoint[]> {
  return db
    .selectFrom('touchpoint as t')
    .leftJoin('stage as s', 's.stage_id', 't.stage_id')
    .leftJoin('journey as j', 'j.journey_id', 's.journey_id')
    .select([
      't.touchpoint_id as touchpointId',
      't.stage_id as stageId',
      't.code',
      't.name_en as nameEn',
      't.name_zh as nameZh',
      't.owner_department_id as ownerDepartmentId',
      sql<boolean>`t.archived_at is not null`.as('isArchived'),
    ])
    .orderBy(sql`j.position nulls last, j.name_en, s.position, t.position, t.code`)
    .execute();
}

export async function selectJourneys(db: Db): Promise<Journey[]> {
  const journeys = await db
    .selectFrom('journey')
    .select(['journey_id as journeyId', 'name_en as nameEn', 'name_zh as nameZh'])
    .orderBy('position')
    .orderBy('name_en')
    .execute();
  const stages = await db
    .selectFrom('stage')
    .select([
      'stage_id as stageId',
      'journey_id as journeyId',
      'kind',
      'name_en as nameEn',
      'name_zh as nameZh',
    ])
    .orderBy('position')
    .execute();
  return journeys.map((journey) => ({
    ...journey,
    stages: stages
      .filter(({ journeyId }) => journeyId === journey.journeyId)
      .map(({ journeyId: _, kind, ...stage }): Stage => ({ ...stage, kind: kind as StageKind })),
  }));
}

export async function findTouchpointByCode(db: Db, code: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('touchpoint')
    .select('touchpoint_id')
    .where('code', '=', code)
    .executeTakeFirst();
  return row?.touchpoint_id;
}

export async function insertTouchpoint(
  db: Db,
  touchpointId: string,
  input: TouchpointInput,
): Promise<void> {
  await db
    .insertInto('touchpoint')
    .values({
      ...columnsOf(input),
      touchpoint_id: touchpointId,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from touchpoint where stage_id is not distinct from ${input.stageId}::uuid)`,
    })
    .execute();
}

/** False when there is no such touchpoint. */
export async function updateTouchpoint(
  db: Db,
  touchpointId: string,
  input: TouchpointInput,
): Promise<boolean> {
  const updated = await db
    .updateTable('touchpoint')
    .set(columnsOf(input))
    .where('touchpoint_id', '=', touchpointId)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

function columnsOf({ stageId, code, nameEn, nameZh, ownerDepartmentId }: TouchpointInput) {
  return {
    stage_id: stageId,
    code,
    name_en: nameEn,
    name_zh: nameZh,
    owner_department_id: ownerDepartmentId,
  };
}

export async function setTouchpointArchived(
  db: Db,
  touchpointId: string,
  archivedAt: Date | null,
): Promise<boolean> {
  const updated = await db
    .updateTable('touchpoint')
    .set({ archived_at: archivedAt })
    .where('touchpoint_id', '=', touchpointId)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

export async function insertJourney(
  db: Db,
  input: JourneyInput,
  stages: readonly Omit<Stage, 'stageId'>[],
): Promise<string> {
  const journeyId = newId();
  await db
    .insertInto('journey')
    .values({
      journey_id: journeyId,
      name_en: input.nameEn,
      name_zh: input.nameZh,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from journey)`,
    })
    .execute();
  await db
    .insertInto('stage')
    .values(
      stages.map(({ kind, nameEn, nameZh }, position) => ({
        stage_id: newId(),
        journey_id: journeyId,
        kind,
        name_en: nameEn,
        name_zh: nameZh,
        position,
      })),
    )
    .execute();
  return journeyId;
}

export async function updateJourney(
  db: Db,
  journeyId: string,
  { nameEn, nameZh }: JourneyInput,
): Promise<boolean> {
  const updated = await db
    .updateTable('journey')
    .set({ name_en: nameEn, name_zh: nameZh })
    .where('journey_id', '=', journeyId)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

export async function hasStage(db: Db, stageId: string): Promise<boolean> {
  const row = await db
    .selectFrom('stage')
    .select('stage_id')
    .where('stage_id', '=', stageId)
    .executeTakeFirst();
  return row !== undefined;
}
