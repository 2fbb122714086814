import type { PostgresDriver } from '@cubejs-backend/postgres-driver';

/** Long enough for every query that was planned on the old table, in whichever process, to have finished. */
const DROP_AFTER_MS = 60_000;

export interface RollupDriverOptions {
  databaseUrl: string;
  maxConnections: number;
}

/**
 * Cube's PostgreSQL driver with three changes: session settings travel with the connection instead of with each query,
 * the list of roll-ups comes from the catalogue directly, and a replaced roll-up is dropped a minute later.
 */
export async function createRollupDriver(options: RollupDriverOptions): Promise<PostgresDriver> {
  const { PostgresDriver: BaseDriver } = await import('@cubejs-backend/postgres-driver');

  class RollupDriver extends BaseDriver {
    private readonly dropping = new Map<string, NodeJS.Timeout>();

    protected override async prepareConnection(connection: never): Promise<void> {
      await this.loadUserDefinedTypes(connection);
    }

    override getTablesQuery(schema: string): Promise<{ table_name: string }[]> {
      return this.query(
        `select relname as table_name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = $1 and c.relkind = 'r'`,
        [schema],
      );
    }

    override dropTable(tableName: string): Promise<unknown> {
      if (!this.dropping.has(tableName)) {
        const drop = () =>
          this.query(`drop table if exists ${tableName}`, []).catch(() => undefined);
        // What is not dropped because the process ends first is asked for again after the next build.
        const timer = setTimeout(
          () => void drop().then(() => this.dropping.delete(tableName)),
          DROP_AFTER_MS,
        );
        this.dropping.set(tableName, timer.unref());
      }
      return Promise.resolve([]);
    }

    override async release(): Promise<void> {
      for (const timer of this.dropping.values()) clearTimeout(timer);
      this.dropping.clear();
      await super.release();
    }
  }

  return new RollupDriver({
    connectionString: options.databaseUrl,
    // The schema exists already; the analytics role may write in it and nowhere else.
    readOnly: false,
    max: options.maxConnections,
    options: '-c timezone=UTC -c statement_timeout=600000 -c application_name=tandem-analytics',
  });
}
