import type { PostgresDriver } from '@cubejs-backend/postgres-driver';
import { newestRollups } from './newest-rollups';

/** Long enough for every query that was planned on the old table, in whichever process, to have finished. */
const DROP_AFTER_MS = 60_000;

/** Where the names of the roll-ups that may be read are kept, in the schema of the roll-ups. */
const PUBLISHED = 'published_rollup';

export interface RollupDriverOptions {
  databaseUrl: string;
  rollupSchema: string;
  maxConnections: number;
  /** A builder sees every roll-up there is; a reader those of the last build that is through. */
  isBuilder: boolean;
}

export interface RollupDriver extends PostgresDriver {
  /**
   * Lets readers see what was built, all of it at once: nobody reads one month as it is now and another as it was.
   * Replaced roll-ups are dropped a minute later.
   */
  publish(): Promise<void>;
}

/**
 * Cube's PostgreSQL driver with these changes: session settings travel with the connection instead of with each query,
 * the list of roll-ups comes from the catalogue directly, and roll-ups are published and dropped by the build, not one by one.
 */
export async function createRollupDriver(options: RollupDriverOptions): Promise<RollupDriver> {
  const { PostgresDriver: BaseDriver } = await import('@cubejs-backend/postgres-driver');
  const published = `"${options.rollupSchema}"."${PUBLISHED}"`;

  class Driver extends BaseDriver implements RollupDriver {
    private readonly replaced = new Set<string>();
    private readonly timers = new Set<NodeJS.Timeout>();

    protected override async prepareConnection(connection: never): Promise<void> {
      await this.loadUserDefinedTypes(connection);
    }

    override async getTablesQuery(schema: string): Promise<{ table_name: string }[]> {
      const there = await this.query<{ table_name: string }>(
        `select relname as table_name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = $1 and c.relkind = 'r'`,
        [schema],
      );
      const built = there.filter(({ table_name: name }) => name !== PUBLISHED);
      // Before the first build nothing is published: the reader then says that it has nothing to read.
      if (options.isBuilder || built.length === there.length) return options.isBuilder ? built : [];
      const names = await this.publishedNames();
      return built.filter(({ table_name: name }) => names.has(name));
    }

    private async publishedNames(): Promise<Set<string>> {
      const rows = await this.query<{ table_name: string }>(
        `select table_name from ${published}`,
        [],
      );
      return new Set(rows.map(({ table_name: name }) => name));
    }

    /** Cube asks for this as soon as one roll-up is replaced; readers need it until the whole build is through. */
    override dropTable(tableName: string): Promise<unknown> {
      this.replaced.add(tableName);
      return Promise.resolve([]);
    }

    async publish(): Promise<void> {
      const { rollupSchema: schema } = options;
      const there = await this.getTablesQuery(schema);
      const wanted = there
        .map(({ table_name: name }) => name)
        .filter((name) => !this.replaced.has(`${schema}.${name}`));
      await this.query(`create table if not exists ${published} (table_name text primary key)`, []);
      await this.query(
        `with closed as (delete from ${published} where table_name <> all ($1::text[]))
         insert into ${published} select unnest($1::text[]) on conflict do nothing`,
        [newestRollups(wanted)],
      );
      this.dropLater([...this.replaced]);
      this.replaced.clear();
    }

    /** What is not dropped because the process ends first is asked for again after the next build. */
    private dropLater(tableNames: readonly string[]): void {
      if (tableNames.length === 0) return;
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        this.dropUnlessPublished(tableNames).catch(() => undefined);
      }, DROP_AFTER_MS);
      this.timers.add(timer.unref());
    }

    /** What was replaced may be read again since, where a setting was changed and changed back. */
    private async dropUnlessPublished(tableNames: readonly string[]): Promise<void> {
      const inUse = await this.publishedNames();
      for (const name of tableNames)
        if (!inUse.has(name.slice(options.rollupSchema.length + 1)))
          await this.query(`drop table if exists ${name}`, []);
    }

    override async release(): Promise<void> {
      for (const timer of this.timers) clearTimeout(timer);
      this.timers.clear();
      await super.release();
    }
  }

  return new Driver({
    connectionString: options.databaseUrl,
    // The schema exists already; the analytics role may write in it and nowhere else.
    readOnly: false,
    max: options.maxConnections,
    options: '-c timezone=UTC -c statement_timeout=600000 -c application_name=tandem-analytics',
  });
}
