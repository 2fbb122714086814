import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type { DatabaseConnection, Driver, QueryResult } from 'kysely';
import { type Database, type Db, queryPlugins } from '../../platform/db';

const patienceMs = 4000;

/**
 * A database on one connection that stands in an open transaction. What the code under test believes to be
 * a transaction is a savepoint, so all of it can be rolled back at the end of the test.
 */
export function onOneConnection(connection: DatabaseConnection): Db {
  const driver = new SavepointDriver(connection);
  return new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: queryPlugins,
  });
}

class SavepointDriver implements Driver {
  private depth = 0;
  private readonly waiting: (() => void)[] = [];
  private taken = false;

  constructor(private readonly connection: DatabaseConnection) {}

  async init(): Promise<void> {}

  async destroy(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.taken) await this.waitForTurn();
    this.taken = true;
    return this.connection;
  }

  async releaseConnection(): Promise<void> {
    const next = this.waiting.shift();
    if (next) next();
    else this.taken = false;
  }

  async beginTransaction(): Promise<void> {
    this.depth += 1;
    await this.run(`savepoint transaction_${this.depth}`);
  }

  async commitTransaction(): Promise<void> {
    await this.run(`release savepoint transaction_${this.depth}`);
    this.depth -= 1;
  }

  async rollbackTransaction(): Promise<void> {
    await this.run(`rollback to savepoint transaction_${this.depth}`);
    await this.run(`release savepoint transaction_${this.depth}`);
    this.depth -= 1;
  }

  async savepoint(_connection: DatabaseConnection, name: string): Promise<void> {
    await this.run(`savepoint "${name}"`);
  }

  async rollbackToSavepoint(_connection: DatabaseConnection, name: string): Promise<void> {
    await this.run(`rollback to savepoint "${name}"`);
  }

  async releaseSavepoint(_connection: DatabaseConnection, name: string): Promise<void> {
    await this.run(`release savepoint "${name}"`);
  }

  private run(statement: string): Promise<QueryResult<unknown>> {
    return this.connection.executeQuery(CompiledQuery.raw(statement));
  }

  private waitForTurn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const turn = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(turn), 1);
        reject(
          new Error(
            'A query waits for the connection that an open transaction holds: inside a transaction use its own db',
          ),
        );
      }, patienceMs);
      this.waiting.push(turn);
    });
  }
}
