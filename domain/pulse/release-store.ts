import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { randomId } from '../../platform/ids';
import { inTreeOrder, type TreeDepartment } from './department-tree';
import type { Participation } from './participation';
import type { ReleaseCell } from './release-tables';

/** Locks a closed round that has no release yet; undefined when there is nothing to release. */
export async function lockRoundToRelease(db: Db, roundId: string): Promise<boolean> {
  const { rows } = await sql`
    select pulse_round_id from pulse_round r
    where r.pulse_round_id = ${roundId} and r.status = 'closed'
      and not exists (select from pulse_release x where x.pulse_round_id = r.pulse_round_id)
    for update`.execute(db);
  return rows.length > 0;
}

/** The whole tree in its order; archived departments too, since answers may belong to them. */
export async function selectTree(db: Db): Promise<TreeDepartment[]> {
  const { rows } = await sql<TreeDepartment>`
    select d.department_id as "departmentId", d.parent_department_id as "parentDepartmentId"
    from department d order by d.code`.execute(db);
  return inTreeOrder(rows);
}

interface NewRelease {
  releaseId: string;
  roundId: string;
  releasedOn: string;
  minimumGroup: number;
  minimumCommentGroup: number;
  cells: readonly ReleaseCell[];
  participation: readonly Participation[];
  comments: readonly { departmentId: string; body: string }[];
}

const rowsAtOnce = 1000;

export async function insertRelease(db: Db, release: NewRelease): Promise<void> {
  const { releaseId } = release;
  await db
    .insertInto('pulse_release')
    .values({
      pulse_release_id: releaseId,
      pulse_round_id: release.roundId,
      released_on: release.releasedOn,
      minimum_group: release.minimumGroup,
      minimum_comment_group: release.minimumCommentGroup,
    })
    .execute();
  await insertTables(db, releaseId, release);
  for (const rows of chunksOf(release.comments)) {
    await db
      .insertInto('pulse_release_comment')
      .values(
        rows.map(({ departmentId, body }) => ({
          pulse_release_comment_id: randomId(),
          pulse_release_id: releaseId,
          department_id: departmentId,
          department_placement_id: placementOf(departmentId),
          body,
        })),
      )
      .execute();
  }
}

/** All numbers of a release. */
export async function insertTables(
  db: Db,
  releaseId: string,
  tables: { cells: readonly ReleaseCell[]; participation: readonly Participation[] },
): Promise<void> {
  for (const cells of chunksOf(tables.cells)) {
    await db
      .insertInto('pulse_release_cell')
      .values(
        cells.map(({ departmentId, attribute, attributeValue, question, figures }) => ({
          pulse_release_id: releaseId,
          department_id: departmentId,
          attribute,
          attribute_value: attributeValue,
          question_key: question.key,
          question_kind: question.kind,
          n: figures?.n ?? null,
          score_sum: figures?.scoreSum ?? null,
          score_square_sum: figures?.scoreSquareSum ?? null,
          favourable: figures?.favourable ?? null,
          promoters: figures?.promoters ?? null,
          detractors: figures?.detractors ?? null,
        })),
      )
      .execute();
  }
  for (const rows of chunksOf(tables.participation)) {
    await db
      .insertInto('pulse_release_participation')
      .values(
        rows.map(({ departmentId, asked, answered }) => ({
          pulse_release_id: releaseId,
          department_id: departmentId,
          asked,
          answered,
        })),
      )
      .execute();
  }
}

/** Where a department lies as the release is made: what is above it then may read it, and nobody whom it moves to later. */
const placementOf = (departmentId: string) =>
  sql<string>`(select department_placement_id from department_stretch where department_id = ${departmentId} and upper_inf(during))`;

function* chunksOf<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += rowsAtOnce)
    yield rows.slice(start, start + rowsAtOnce);
}

/** Participation as it was when the round was released. */
export async function selectReleasedParticipation(
  db: Db,
  roundId: string,
): Promise<Participation[]> {
  return db
    .selectFrom('pulse_release_participation as p')
    .innerJoin('pulse_release as r', 'r.pulse_release_id', 'p.pulse_release_id')
    .select(['p.department_id as departmentId', 'p.asked', 'p.answered'])
    .where('r.pulse_round_id', '=', roundId)
    .execute();
}

/** Released comments of a department and of what lay below it at the release, in the order of their random ids. */
export async function selectReleasedComments(
  db: Db,
  {
    roundId,
    departmentId,
    limit,
    offset,
  }: { roundId: string; departmentId: string; limit: number; offset: number },
): Promise<{ commentId: string; body: string }[]> {
  return db
    .selectFrom('pulse_release_comment as c')
    .innerJoin('pulse_release as r', 'r.pulse_release_id', 'c.pulse_release_id')
    .innerJoin(
      'department_placement as p',
      'p.department_placement_id',
      'c.department_placement_id',
    )
    .select(['c.pulse_release_comment_id as commentId', 'c.body'])
    .where('r.pulse_round_id', '=', roundId)
    .where(sql<boolean>`${departmentId}::uuid = any (p.path)`)
    .orderBy('c.pulse_release_comment_id')
    .limit(limit)
    .offset(offset)
    .execute();
}
