import type { Db } from '../../platform/db';
import { NotFound } from '../../platform/errors';
import type { ColourScheme, UserAccount } from './user-account';

function selectAccounts(db: Db) {
  return db
    .selectFrom('user_account as u')
    .select((eb) => [
      'u.user_account_id as userAccountId',
      'u.employee_id as employeeId',
      'u.email',
      'u.display_name as displayName',
      'u.locale',
      'u.colour_scheme as colourScheme',
      eb('u.disabled_at', 'is not', null).as('isDisabled'),
    ])
    .$narrowType<{
      locale: UserAccount['locale'];
      colourScheme: ColourScheme | null;
      isDisabled: boolean;
    }>();
}

export async function getUserAccount(db: Db, userAccountId: string): Promise<UserAccount> {
  const account = await selectAccounts(db)
    .where('u.user_account_id', '=', userAccountId)
    .executeTakeFirst();
  if (!account) throw new NotFound();
  return account;
}

export function findUserAccounts(
  db: Db,
  userAccountIds: readonly string[],
): Promise<UserAccount[]> {
  return selectAccounts(db).where('u.user_account_id', 'in', userAccountIds).execute();
}

interface AccountPlace {
  displayName: string;
  userAccountId: string;
}

export interface AccountPage {
  search: string;
  /** Only people who were granted a role. */
  hasRole: boolean;
  limit: number;
  /** From the end towards the beginning. */
  isBackwards: boolean;
  after: AccountPlace | undefined;
  before: AccountPlace | undefined;
}

/** Accounts by name; `search` is a part of the name or of the mail address. */
export function selectAccountPage(db: Db, page: AccountPage): Promise<UserAccount[]> {
  const { search, hasRole, limit, isBackwards, after, before } = page;
  const order = isBackwards ? 'desc' : 'asc';
  let query = selectAccounts(db)
    .orderBy('u.display_name', order)
    .orderBy('u.user_account_id', order)
    .limit(limit);
  if (hasRole) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('role_grant as g')
          .select('g.role')
          .whereRef('g.user_account_id', '=', 'u.user_account_id'),
      ),
    );
  }
  if (search) {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) =>
      eb.or([eb('u.display_name', 'ilike', pattern), eb('u.email', 'ilike', pattern)]),
    );
  }
  for (const [place, side] of [
    [after, '>'],
    [before, '<'],
  ] as const) {
    if (!place) continue;
    query = query.where((eb) =>
      eb(
        eb.refTuple('u.display_name', 'u.user_account_id'),
        side,
        eb.tuple(place.displayName, place.userAccountId),
      ),
    );
  }
  return query.execute();
}

export async function storePreferences(
  db: Db,
  userAccountId: string,
  { locale, colourScheme }: Pick<UserAccount, 'locale' | 'colourScheme'>,
): Promise<void> {
  await db
    .updateTable('user_account')
    .set({ ...(locale && { locale }), ...(colourScheme && { colour_scheme: colourScheme }) })
    .where('user_account_id', '=', userAccountId)
    .execute();
}

export async function insertAccount(
  db: Db,
  account: { userAccountId: string; email: string; displayName: string },
): Promise<void> {
  await db
    .insertInto('user_account')
    .values({
      user_account_id: account.userAccountId,
      email: account.email,
      display_name: account.displayName,
    })
    .execute();
}
