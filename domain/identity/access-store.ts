import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { isLocale, type Locale } from '../../universal/text';
import type { AccessState, EmployeeAccess } from './employee-access';
import { hasNotLeft } from './leaver-store';

const hasPassword = sql<boolean>`exists (
  select from credential c where c.user_account_id = u.user_account_id)`;

/** The access of those among these people who have an account. */
export async function selectEmployeeAccess(
  db: Db,
  employeeIds: readonly string[],
  now: Date,
): Promise<Map<string, EmployeeAccess>> {
  if (employeeIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('user_account as u')
    .leftJoin('outbox_mail as mail', (join) =>
      join
        .onRef('mail.outbox_mail_id', '=', 'u.invitation_mail_id')
        .on('mail.is_refused', '=', true),
    )
    .select([
      'u.employee_id as employeeId',
      'u.user_account_id as userAccountId',
      'u.invited_at as invitedAt',
      'u.last_signed_in_at as lastSignedInAt',
      'u.disabled_at as disabledAt',
      'u.accepted_at as acceptedAt',
      'u.created_at as createdAt',
      hasPassword.as('hasPassword'),
      'mail.last_error as refusal',
      sql<Date | null>`(
        select max(l.expires_at) from access_link l
        where l.user_account_id = u.user_account_id and l.purpose = 'invitation' and l.expires_at > ${now})`.as(
        'linkExpiresAt',
      ),
    ])
    .where('u.employee_id', 'in', employeeIds)
    .execute();
  return new Map(
    rows.map((row) => [
      row.employeeId ?? '',
      {
        state: stateOf(row),
        userAccountId: row.userAccountId,
        invitedAt: row.invitedAt,
        linkExpiresAt: row.linkExpiresAt,
        activeSince: row.hasPassword ? (row.acceptedAt ?? row.createdAt) : null,
        lastSignedInAt: row.lastSignedInAt,
        refusal: stateOf(row) === 'bounced' ? row.refusal : null,
      },
    ]),
  );
}

function stateOf(row: {
  disabledAt: Date | null;
  hasPassword: boolean;
  linkExpiresAt: Date | null;
  refusal: string | null;
}): AccessState {
  if (row.disabledAt) return 'withdrawn';
  if (row.hasPassword) return 'active';
  if (row.refusal !== null) return 'bounced';
  return row.linkExpiresAt ? 'invited' : 'expired';
}

export interface AccountOfEmployee {
  userAccountId: string;
  isDisabled: boolean;
  hasPassword: boolean;
  isAdministrator: boolean;
}

/** The account of an employee, locked until the transaction ends. */
export async function findAccountOfEmployeeForUpdate(
  db: Db,
  employeeId: string,
): Promise<AccountOfEmployee | undefined> {
  return db
    .selectFrom('user_account as u')
    .select([
      'u.user_account_id as userAccountId',
      sql<boolean>`u.disabled_at is not null`.as('isDisabled'),
      hasPassword.as('hasPassword'),
      sql<boolean>`exists (
        select from role_grant g
        where g.user_account_id = u.user_account_id and g.role = 'administrator')`.as(
        'isAdministrator',
      ),
    ])
    .where('u.employee_id', '=', employeeId)
    .forUpdate()
    .executeTakeFirst();
}

export interface InvitedAccount {
  userAccountId: string;
  employeeId: string;
  email: string;
  displayName: string;
  locale: Locale;
  invitedAt: Date;
}

/** Stores the account of an invited person. False when another account has the mail address. */
export async function insertInvitedAccount(db: Db, account: InvitedAccount): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('user_account')
    .values({
      user_account_id: account.userAccountId,
      employee_id: account.employeeId,
      email: account.email,
      display_name: account.displayName,
      locale: account.locale,
      invited_at: account.invitedAt,
      created_at: account.invitedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === 1;
}

/** Gives an account that nobody can use another invitation: with today's name and mail address. False as above. */
export async function renewInvitedAccount(db: Db, account: InvitedAccount): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('user_account as u')
    .set({
      email: account.email,
      display_name: account.displayName,
      invited_at: account.invitedAt,
      disabled_at: null,
      accepted_at: null,
    })
    .where('u.user_account_id', '=', account.userAccountId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('user_account as other')
            .select('other.user_account_id')
            .where(sql`lower(other.email)`, '=', account.email.toLowerCase())
            .where('other.user_account_id', '!=', account.userAccountId),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

export async function disableAccount(
  db: Db,
  userAccountId: string,
  disabledAt: Date,
): Promise<void> {
  await db
    .updateTable('user_account')
    .set({ disabled_at: disabledAt })
    .where('user_account_id', '=', userAccountId)
    .execute();
}

/** Remembers which mail brought the invitation. */
export async function noteInvitationMail(
  db: Db,
  userAccountId: string,
  outboxMailId: string,
): Promise<void> {
  await db
    .updateTable('user_account')
    .set({ invitation_mail_id: outboxMailId })
    .where('user_account_id', '=', userAccountId)
    .execute();
}

export async function noteSignIn(db: Db, userAccountId: string, now: Date): Promise<void> {
  await db
    .updateTable('user_account')
    .set({ last_signed_in_at: now })
    .where('user_account_id', '=', userAccountId)
    .execute();
}

/** Remembers since when the person can sign in, where there was no password before. */
export async function noteAcceptance(db: Db, userAccountId: string, now: Date): Promise<void> {
  await db
    .updateTable('user_account as u')
    .set({ accepted_at: now })
    .where('u.user_account_id', '=', userAccountId)
    .where(sql<boolean>`not ${hasPassword}`)
    .execute();
}

export interface AccountRecipient {
  userAccountId: string;
  email: string;
  displayName: string;
  /** The account's own, else the employee's. */
  locale: Locale | undefined;
}

/** To whom a mail about an account that may be used on this day goes. */
export async function findAccountRecipient(
  db: Db,
  by: ({ email: string } | { userAccountId: string }) & { today: string },
): Promise<AccountRecipient | undefined> {
  const row = await db
    .selectFrom('user_account as u')
    .leftJoin('employee as e', 'e.employee_id', 'u.employee_id')
    .select([
      'u.user_account_id as userAccountId',
      'u.email',
      'u.display_name as displayName',
      sql<string | null>`coalesce(u.locale, e.locale)`.as('locale'),
    ])
    .where('u.disabled_at', 'is', null)
    .where(hasNotLeft(by.today))
    .where((eb) =>
      'email' in by
        ? eb(sql`lower(u.email)`, '=', by.email.toLowerCase())
        : eb('u.user_account_id', '=', by.userAccountId),
    )
    .executeTakeFirst();
  return row && { ...row, locale: isLocale(row.locale) ? row.locale : undefined };
}
