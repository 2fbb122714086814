import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { Locale } from '../../universal/text';
import { participationMark, type Sealer } from './ballot';
import { selectKnownMarks } from './participation-mark-store';
import type { AskedCount } from './release-tables';
import type { TenureBand } from './tenure-band';

/** Who can be asked on a day: where they work and since when they are with the organisation. */
export async function selectPeopleToAsk(
  db: Db,
  day: string,
): Promise<{ employeeId: string; departmentId: string; hiredOn: string; email: string | null }[]> {
  return db
    .selectFrom('employee as e')
    .innerJoin('department_membership as m', 'm.employee_id', 'e.employee_id')
    .select([
      'e.employee_id as employeeId',
      'm.department_id as departmentId',
      'e.hired_on as hiredOn',
      'e.email',
    ])
    .where('e.hired_on', '<=', day)
    .where((eb) => eb.or([eb('e.left_on', 'is', null), eb('e.left_on', '>', day)]))
    .where('m.valid_from', '<=', day)
    .where((eb) => eb.or([eb('m.valid_to', 'is', null), eb('m.valid_to', '>', day)]))
    .orderBy('e.employee_id')
    .execute();
}

interface NewInvitation {
  invitationId: string;
  employeeId: string;
  departmentId: string;
  /** Where their participation is counted: a group that is large enough, or nowhere. */
  countedDepartmentId: string | null;
  tenureBand: TenureBand;
  /** SHA-256 of the address that the person had when the round opened. */
  emailHash: Buffer | null;
}

const rowsAtOnce = 1000;

export async function insertInvitations(
  db: Db,
  roundId: string,
  invitations: readonly NewInvitation[],
): Promise<void> {
  for (let start = 0; start < invitations.length; start += rowsAtOnce) {
    await db
      .insertInto('pulse_invitation')
      .values(
        invitations.slice(start, start + rowsAtOnce).map((invitation) => ({
          pulse_invitation_id: invitation.invitationId,
          pulse_round_id: roundId,
          employee_id: invitation.employeeId,
          department_id: invitation.departmentId,
          counted_department_id: invitation.countedDepartmentId,
          tenure_band: invitation.tenureBand,
          email_hash: invitation.emailHash,
        })),
      )
      .execute();
  }
}

/** An invitation as the page behind its link needs it. */
export interface FoundInvitation {
  invitationId: string;
  roundId: string;
  departmentId: string;
  countedDepartmentId: string | null;
  tenureBand: TenureBand;
  /** Took part before ballots were sealed. */
  isMarkedOpenly: boolean;
}

/** The invitation of somebody who is still here on the day: the link of a leaver ends with the last day. */
export async function selectInvitation(
  db: Db,
  { invitationId, day }: { invitationId: string; day: string },
): Promise<FoundInvitation | undefined> {
  const row = await db
    .selectFrom('pulse_invitation as i')
    .innerJoin('employee as e', 'e.employee_id', 'i.employee_id')
    .select([
      'i.pulse_invitation_id',
      'i.pulse_round_id',
      'i.department_id',
      'i.counted_department_id',
      'i.tenure_band',
      'i.is_answered',
    ])
    .where('i.pulse_invitation_id', '=', invitationId)
    .where((eb) => eb.or([eb('e.left_on', 'is', null), eb('e.left_on', '>', day)]))
    .executeTakeFirst();
  return (
    row && {
      invitationId: row.pulse_invitation_id,
      roundId: row.pulse_round_id,
      departmentId: row.department_id,
      countedDepartmentId: row.counted_department_id,
      tenureBand: row.tenure_band as TenureBand,
      isMarkedOpenly: row.is_answered,
    }
  );
}

interface Asked {
  invitationId: string;
  roundId: string;
  isMarkedOpenly: boolean;
}

/** Whether the person of an invitation took part in a round that is not counted yet. */
export async function hasTakenPart(sealer: Sealer & { db: Db }, asked: Asked): Promise<boolean> {
  return (await withoutThoseWhoTookPart(sealer, asked.roundId, [asked])).length === 0;
}

/** Leaves out who took part. The database cannot tell it apart by itself: it takes the product's secret. */
export async function withoutThoseWhoTookPart<T extends Omit<Asked, 'roundId'>>(
  sealer: Sealer & { db: Db },
  roundId: string,
  asked: readonly T[],
): Promise<T[]> {
  const marks = asked.map(({ invitationId }) => participationMark(sealer, invitationId));
  const known = await selectKnownMarks(sealer.db, roundId, marks);
  return asked.filter(
    ({ isMarkedOpenly }, index) =>
      !isMarkedOpenly && !known.has(marks[index]?.toString('hex') ?? ''),
  );
}

/** The employee's invitation to the round that is open, if any. */
export async function selectOpenInvitation(db: Db, employeeId: string): Promise<Asked | undefined> {
  return db
    .selectFrom('pulse_invitation as i')
    .innerJoin('pulse_round as r', 'r.pulse_round_id', 'i.pulse_round_id')
    .select([
      'i.pulse_invitation_id as invitationId',
      'i.pulse_round_id as roundId',
      'i.is_answered as isMarkedOpenly',
    ])
    .where('i.employee_id', '=', employeeId)
    .where('r.status', '=', 'open')
    .executeTakeFirst();
}

interface PersonToWriteTo {
  invitationId: string;
  isMarkedOpenly: boolean;
  /** Null without an address, or when it is another than on the day the round opened. */
  email: string | null;
  locale: Locale;
  fullName: string;
}

/**
 * The next people of a round in the order of their invitations, whether they took part or not, so that how far the
 * writing has come tells nothing about anybody. A link never goes to an address that was entered after the round had
 * opened: it would let whoever changes addresses answer for the person.
 */
export async function selectPeopleToWriteTo(
  db: Db,
  { roundId, after, limit }: { roundId: string; after: string | null; limit: number },
): Promise<PersonToWriteTo[]> {
  const rows = await db
    .selectFrom('pulse_invitation as i')
    .innerJoin('employee as e', 'e.employee_id', 'i.employee_id')
    .select([
      'i.pulse_invitation_id as invitationId',
      'i.is_answered as isMarkedOpenly',
      sql<
        string | null
      >`case when i.email_hash = sha256(convert_to(lower(e.email), 'UTF8')) then e.email end`.as(
        'email',
      ),
      'e.locale',
      'e.full_name as fullName',
    ])
    .where('i.pulse_round_id', '=', roundId)
    .$if(after !== null, (query) => query.where('i.pulse_invitation_id', '>', after!))
    .orderBy('i.pulse_invitation_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, locale: row.locale === 'zh' ? 'zh' : 'en' }));
}

/** How many were asked and how many took part, in each group that is large enough, by where it is counted. */
export async function selectParticipation(
  db: Db,
  roundId: string,
): Promise<{ departmentId: string; asked: number; answered: number }[]> {
  const { rows } = await sql<{ departmentId: string; asked: number; answered: number }>`
    select department_id as "departmentId", sum(asked)::integer as asked, sum(answered)::integer as answered
    from (
      select counted_department_id as department_id, count(*) as asked,
             count(*) filter (where is_answered) as answered
      from pulse_invitation where pulse_round_id = ${roundId} group by 1
      union all
      select department_id, 0, count(*) from pulse_participation_mark where pulse_round_id = ${roundId} group by 1
    ) counted
    where department_id is not null
    group by 1`.execute(db);
  return rows;
}

/** How many of one band who work directly in one department were asked. */
export async function selectAsked(db: Db, roundId: string): Promise<AskedCount[]> {
  const { rows } = await sql<AskedCount>`
    select department_id as "departmentId", tenure_band as "tenureBand", count(*) as asked
    from pulse_invitation where pulse_round_id = ${roundId}
    group by 1, 2`.execute(db);
  return rows;
}
