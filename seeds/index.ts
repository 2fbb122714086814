import { createDbOn, type Sql } from '../platform/db';
import { seedAnalytics } from './analytics';
import { seedAppraisal } from './appraisal';
import { createSeedContext, type SeedContext } from './seed-context';
import { seedFeedback } from './feedback';
import { seedIdentity } from './identity';
import { seedOrganisation } from './organisation';
import { seedPulse } from './pulse';
import { seedSurveys } from './surveys';

/** Organisation, identity, surveys, feedback, analytics, pulse, appraisal: a later seed builds on what the earlier ones made. */
const seeds: readonly ((seed: SeedContext) => Promise<void>)[] = [
  seedOrganisation,
  seedIdentity,
  seedSurveys,
  seedFeedback,
  seedAnalytics,
  seedPulse,
  seedAppraisal,
];

/**
 * Fills an empty database with the demo organisation, all of it or, when something fails, nothing.
 * The same `now` gives the same organisation.
 */
export async function seedDemo(options: {
  sql: Sql;
  now: Date;
  /** The installation's secret. */
  secret: string;
  report?: (message: string) => void;
}): Promise<void> {
  const connection = await options.sql.reserve();
  try {
    await connection`begin`;
    try {
      const db = createDbOn(sharing(connection));
      const context = createSeedContext({
        db,
        sql: connection,
        now: options.now,
        secret: options.secret,
        report: options.report,
      });
      for (const seed of seeds) await seed(context);
      await connection`commit`;
    } catch (error) {
      await connection`rollback`;
      throw error;
    }
    await connection`analyze`;
  } finally {
    connection.release();
  }
}

/** Lets the query builder work in the transaction of this connection, which it must not give back. */
function sharing(connection: Sql): Sql {
  const query: Sql = connection.bind(null);
  const borrowed = { unsafe: connection.unsafe.bind(connection), release: () => undefined };
  return Object.assign(query, connection, {
    reserve: () => Promise.resolve(borrowed),
  });
}
