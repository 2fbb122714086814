import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import {
  createDb,
  createSql,
  migrate,
  prepareMonths,
  startThrowawayPostgres,
} from '../../platform/db';
import type { EmbeddedPostgres } from '../../platform/db';
import { migrateQueue } from '../../platform/queue';
import { testOrganisation, testToday } from './test-organisation';
import type { TestServer } from './test-server';

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

interface Running {
  testServer: TestServer;
  stop: () => Promise<void>;
}
/** Each kind of tests loads this file anew, so what they share stands where all of them find it. */
const shared = globalThis as { tandemTestServer?: { users: number; running: Promise<Running> } };

/** Gives a kind of tests the throwaway PostgreSQL of the run, which the first of them starts and the last stops. */
export default async function useDatabaseServer(
  project: TestProject,
): Promise<() => Promise<void>> {
  const server = (shared.tandemTestServer ??= { users: 0, running: start() });
  server.users += 1;
  const { testServer, stop } = await server.running;
  project.provide('testServer', testServer);
  return async () => {
    server.users -= 1;
    if (server.users > 0) return;
    delete shared.tandemTestServer;
    await stop();
  };
}

/** Starts the throwaway PostgreSQL of a test run, with template databases that tests clone. */
async function start(): Promise<Running> {
  const server = await startThrowawayPostgres();
  try {
    await makeTemplates(server);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const filesFolder = mkdtempSync(join(tmpdir(), 'tandem-files-'));
  return {
    testServer: { adminUrl: server.urlOf('postgres'), filesFolder },
    stop: async () => {
      await server.stop();
      rmSync(filesFolder, { recursive: true, force: true });
    },
  };
}

/**
 * `template_bare` is migrated and empty, `template_migrated` has an organisation, and `template_seeded` is made
 * from the bare one by the tests that ask for it.
 */
async function makeTemplates(server: EmbeddedPostgres): Promise<void> {
  const admin = createSql(server.urlOf('postgres'), { max: 1 });
  await admin`create database template_bare`;
  const bare = createDb(server.urlOf('template_bare'), { max: 1 });
  await migrate(bare);
  // The migrations prepared the months around the day of this run; the tests live in others.
  await prepareMonths(bare, testToday);
  await bare.destroy();
  await migrateQueue(server.urlOf('template_bare'));
  await admin`create database template_migrated template template_bare strategy file_copy`;
  await admin.end();
  const db = createDb(server.urlOf('template_migrated'), { max: 1 });
  await db
    .insertInto('organisation')
    .values({
      organisation_id: testOrganisation.organisationId,
      name_en: testOrganisation.nameEn,
      name_zh: testOrganisation.nameZh,
      time_zone: testOrganisation.timeZone,
      default_locale: testOrganisation.defaultLocale,
    })
    .execute();
  await db.destroy();
}
