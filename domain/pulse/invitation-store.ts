import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { Locale } from '../../universal/text';
import type { TenureBand } from './tenure-band';

/** Who can be asked on a day: where they work and since when they are with the organisation. */
export async function selectPeopleToAsk(
  db: Db,
  day: string,
): Promise<{ employeeId: string; departmentId: string; hiredOn: string }[]> {
  return db
    .selectFrom('employee as e')
    .innerJoin('department_membership as m', 'm.employee_id', 'e.employee_id')
    .select([
      'e.employee_id as employeeId',
      'm.department_id as departmentId',
      'e.hired_on as hiredOn',
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
  tenureBand: TenureBand;
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
          tenure_band: invitation.tenureBand,
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
  tenureBand: TenureBand;
  isAnswered: boolean;
}

export async function selectInvitation(
  db: Db,
  invitationId: string,
): Promise<FoundInvitation | undefined> {
  const row = await db
    .selectFrom('pulse_invitation')
    .select([
      'pulse_invitation_id',
      'pulse_round_id',
      'department_id',
      'tenure_band',
      'is_answered',
    ])
    .where('pulse_invitation_id', '=', invitationId)
    .executeTakeFirst();
  return (
    row && {
      invitationId: row.pulse_invitation_id,
      roundId: row.pulse_round_id,
      departmentId: row.department_id,
      tenureBand: row.tenure_band as TenureBand,
      isAnswered: row.is_answered,
    }
  );
}

/** The employee's invitation to the round that is open, if any. */
export async function selectOpenInvitation(
  db: Db,
  employeeId: string,
): Promise<{ invitationId: string; roundId: string; isAnswered: boolean } | undefined> {
  return db
    .selectFrom('pulse_invitation as i')
    .innerJoin('pulse_round as r', 'r.pulse_round_id', 'i.pulse_round_id')
    .select([
      'i.pulse_invitation_id as invitationId',
      'i.pulse_round_id as roundId',
      'i.is_answered as isAnswered',
    ])
    .where('i.employee_id', '=', employeeId)
    .where('r.status', '=', 'open')
    .executeTakeFirst();
}

/** People of a round who have not answered, with an address to write to; in the order of their invitations. */
export async function selectPeopleToWriteTo(
  db: Db,
  { roundId, after, limit }: { roundId: string; after: string | null; limit: number },
): Promise<{ invitationId: string; email: string | null; locale: Locale; fullName: string }[]> {
  const rows = await db
    .selectFrom('pulse_invitation as i')
    .innerJoin('employee as e', 'e.employee_id', 'i.employee_id')
    .select([
      'i.pulse_invitation_id as invitationId',
      'e.email',
      'e.locale',
      'e.full_name as fullName',
    ])
    .where('i.pulse_round_id', '=', roundId)
    .where('i.is_answered', '=', false)
    .$if(after !== null, (query) => query.where('i.pulse_invitation_id', '>', after!))
    .orderBy('i.pulse_invitation_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, locale: row.locale === 'zh' ? 'zh' : 'en' }));
}

/** How many were asked and how many answered, directly in each department. */
export async function selectParticipation(
  db: Db,
  roundId: string,
): Promise<{ departmentId: string; asked: number; answered: number }[]> {
  return db
    .selectFrom('pulse_invitation')
    .select([
      'department_id as departmentId',
      sql<number>`count(*)`.as('asked'),
      sql<number>`count(*) filter (where is_answered)`.as('answered'),
    ])
    .where('pulse_round_id', '=', roundId)
    .groupBy('department_id')
    .execute();
}
