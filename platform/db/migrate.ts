import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Migrator } from 'kysely';
import type { Migration, MigrationProvider, MigrationResultSet } from 'kysely';
import type { Db } from './create-db';
import { bundleFolder, projectRoot } from '../project-root';

const migrationsFolder = join(bundleFolder ?? projectRoot, 'migrations');

/** Reads the migrations from their folder: TypeScript in the sources, JavaScript beside the built bundle. */
const provider: MigrationProvider = {
  async getMigrations() {
    const files = (await readdir(migrationsFolder)).filter((file) =>
      /^\d+T\d+_\w+\.(ts|js)$/.test(file),
    );
    const entries = files.sort().map(async (file) => {
      const migration = (await import(
        /* @vite-ignore */ pathToFileURL(join(migrationsFolder, file)).href
      )) as Migration;
      return [file.replace(/\.(ts|js)$/, ''), migration] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  },
};

/** Brings the schema up to date and names what was applied. Several processes can call it at once: one works, the others wait. */
export async function migrate(db: Db): Promise<string[]> {
  return namesOf(await migratorOf(db).migrateToLatest());
}

/** Takes back the newest migrations, all of them by default. */
export async function migrateDown(db: Db, { steps = Infinity } = {}): Promise<string[]> {
  const names: string[] = [];
  while (names.length < steps) {
    const undone = namesOf(await migratorOf(db).migrateDown());
    if (undone.length === 0) break;
    names.push(...undone);
  }
  return names;
}

/** Names the migrations that this database lacks. */
export async function pendingMigrations(db: Db): Promise<string[]> {
  const known = await migratorOf(db).getMigrations();
  return known.filter((migration) => !migration.executedAt).map((migration) => migration.name);
}

function migratorOf(db: Db): Migrator {
  // Branches that are merged bring migrations older than the newest applied one.
  return new Migrator({ db, provider, allowUnorderedMigrations: true });
}

function namesOf({ results, error }: MigrationResultSet): string[] {
  const failed = results?.find((result) => result.status === 'Error');
  if (failed) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The migration ${failed.migrationName} failed: ${reason}`, { cause: error });
  }
  if (error instanceof Error) throw error;
  return (results ?? [])
    .filter((result) => result.status === 'Success')
    .map((result) => result.migrationName);
}
