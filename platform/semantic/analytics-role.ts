import { createHmac } from 'node:crypto';
import { type Kysely, sql } from 'kysely';

export const ANALYTICS_ROLE = 'tandem_analytics';
export const ROLLUP_SCHEMA = 'mart_rollup';

/**
 * The analytics role's password, derived from the installation's secret so that every process knows it without
 * its being stored anywhere.
 */
export function analyticsPassword(secret: string): string {
  return createHmac('sha256', secret).update('password of the analytics role').digest('base64url');
}

/** The address under which the semantic layer reads: the application's own, with the analytics role's name and password. */
export function analyticsUrl(databaseUrl: string, secret: string): string {
  const url = new URL(databaseUrl);
  url.username = ANALYTICS_ROLE;
  url.password = analyticsPassword(secret);
  return url.toString();
}

/**
 * Makes sure that the login of the semantic layer exists, may read schema mart and nothing else, and owns the schema
 * its roll-ups live in. Safe to run at every start and from several processes at once.
 */
export async function ensureAnalyticsRole<DB>(db: Kysely<DB>, secret: string): Promise<void> {
  const role = sql.id(ANALYTICS_ROLE);
  const schema = sql.id(ROLLUP_SCHEMA);
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${ANALYTICS_ROLE}))`.execute(trx);
    const { rows } = await sql`select from pg_roles where rolname = ${ANALYTICS_ROLE}`.execute(trx);
    if (rows.length === 0) {
      await sql`create role ${role} login nosuperuser nocreatedb nocreaterole noreplication`.execute(
        trx,
      );
    }
    // A utility statement takes no parameters; the password is base64url, so it needs no escaping.
    await sql`alter role ${role} with login password ${sql.lit(analyticsPassword(secret))}`.execute(
      trx,
    );
    await sql`grant tandem_mart_reader to ${role}`.execute(trx);
    const { rows: own } = await sql<{ is_superuser: boolean }>`
      select rolsuper as is_superuser from pg_roles where rolname = current_user`.execute(trx);
    if (!own[0]?.is_superuser) await sql`grant ${role} to current_user`.execute(trx);
    await sql`create schema if not exists ${schema} authorization ${role}`.execute(trx);
  });
}
