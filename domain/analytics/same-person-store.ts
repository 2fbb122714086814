import { sql } from 'kysely';
import type { Db } from '../../platform/db';

/**
 * Whether an answer of a person who is known may lie in the days, as the ledger of changed days has it. A day of the
 * organisation begins and ends within a day of the one in UTC.
 */
export async function hasKnownPeople(
  db: Db,
  { startOn, endOn }: { startOn: string; endOn: string },
): Promise<boolean> {
  const found = await db
    .selectFrom('changed_day')
    .select('day')
    .where('fact', '=', 'person')
    .where('day', '>=', sql<string>`${startOn}::date - 1`)
    .where('day', '<=', sql<string>`${endOn}::date + 1`)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
