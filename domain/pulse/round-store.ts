import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { PulseProgramme, PulseRound } from './pulse';

export async function selectProgrammes(
  db: Db,
  programmeId: string | null = null,
): Promise<PulseProgramme[]> {
  const { rows } = await sql<PulseProgramme>`
    select pulse_programme_id as "programmeId", json_build_object('en', name_en, 'zh', name_zh) as name, mode,
           survey_id as "surveyId", minimum_group as "minimumGroup", minimum_comment_group as "minimumCommentGroup",
           thresholds_locked as "isLocked"
    from pulse_programme
    where ${programmeId}::uuid is null or pulse_programme_id = ${programmeId}
    order by name_en, pulse_programme_id`.execute(db);
  return rows;
}

export async function insertProgramme(
  db: Db,
  programme: {
    programmeId: string;
    nameEn: string;
    nameZh: string;
    surveyId: string;
    minimumGroup: number;
    minimumCommentGroup: number;
  },
): Promise<void> {
  await db
    .insertInto('pulse_programme')
    .values({
      pulse_programme_id: programme.programmeId,
      name_en: programme.nameEn,
      name_zh: programme.nameZh,
      mode: 'confidential',
      survey_id: programme.surveyId,
      minimum_group: programme.minimumGroup,
      minimum_comment_group: programme.minimumCommentGroup,
    })
    .execute();
}

const selectRound = sql`
  select r.pulse_round_id as "roundId", r.pulse_programme_id as "programmeId", r.number,
         r.survey_version_id as "surveyVersionId", r.opens_at as "opensAt", r.closes_at as "closesAt", r.status,
         coalesce(x.is_judged, false) as "isReleased", json_build_object('en', p.name_en, 'zh', p.name_zh) as name,
         p.mode, p.minimum_group as "minimumGroup", p.minimum_comment_group as "minimumCommentGroup"
  from pulse_round r
    join pulse_programme p using (pulse_programme_id)
    left join pulse_release x using (pulse_round_id)`;

/** All rounds, the newest first. */
export async function selectRounds(db: Db): Promise<PulseRound[]> {
  const { rows } = await sql<PulseRound>`
    ${selectRound} order by r.opens_at desc, r.number desc`.execute(db);
  return rows;
}

export async function selectRoundById(db: Db, roundId: string): Promise<PulseRound | undefined> {
  const { rows } =
    await sql<PulseRound>`${selectRound} where r.pulse_round_id = ${roundId}`.execute(db);
  return rows[0];
}

/** Rounds whose time to open or to close had come at that moment. */
export async function selectDueRounds(
  db: Db,
  moment: Date,
): Promise<{ toOpen: string[]; toClose: string[] }> {
  const rows = await db
    .selectFrom('pulse_round')
    .select(['pulse_round_id', 'status'])
    .where((eb) =>
      eb.or([
        eb.and([
          eb('status', '=', 'planned'),
          eb('opens_at', '<=', moment),
          eb('closes_at', '>', moment),
        ]),
        eb.and([eb('status', '=', 'open'), eb('closes_at', '<=', moment)]),
      ]),
    )
    .orderBy('opens_at')
    .execute();
  const idsOf = (status: string) =>
    rows.filter((row) => row.status === status).map((row) => row.pulse_round_id);
  return { toOpen: idsOf('planned'), toClose: idsOf('open') };
}

export async function insertRound(
  db: Db,
  round: {
    roundId: string;
    programmeId: string;
    surveyVersionId: string;
    opensAt: Date;
    closesAt: Date;
  },
): Promise<void> {
  await db
    .insertInto('pulse_round')
    .values(({ selectFrom }) => ({
      pulse_round_id: round.roundId,
      pulse_programme_id: round.programmeId,
      survey_version_id: round.surveyVersionId,
      opens_at: round.opensAt,
      closes_at: round.closesAt,
      number: selectFrom('pulse_round')
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('next'))
        .where('pulse_programme_id', '=', round.programmeId),
    }))
    .execute();
}

/** Opens a planned round and makes the promise of its programme binding. False when it was not planned any more. */
export async function markOpen(
  db: Db,
  { roundId, programmeId, at }: { roundId: string; programmeId: string; at: Date },
) {
  const { numUpdatedRows } = await db
    .updateTable('pulse_round')
    .set({ status: 'open', opens_at: at })
    .where('pulse_round_id', '=', roundId)
    .where('status', '=', 'planned')
    .executeTakeFirst();
  await db
    .updateTable('pulse_programme')
    .set({ thresholds_locked: true })
    .where('pulse_programme_id', '=', programmeId)
    .where('thresholds_locked', '=', false)
    .execute();
  return numUpdatedRows > 0n;
}

/** Closes an open round; the time it was to close at stands unless it is closed before. */
export async function markClosed(
  db: Db,
  { roundId, at }: { roundId: string; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('pulse_round')
    .set({
      status: 'closed',
      closes_at: sql`greatest(least(closes_at, ${at}), opens_at + interval '1 second')`,
    })
    .where('pulse_round_id', '=', roundId)
    .where('status', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function hasOpenRound(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('pulse_round')
    .select('pulse_round_id')
    .where('status', '=', 'open')
    .executeTakeFirst();
  return row !== undefined;
}
