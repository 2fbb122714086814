import type { TestProject } from 'vitest/node';
import { createDb, createSql, migrate, startThrowawayPostgres } from '../../platform/db';
import type { EmbeddedPostgres } from '../../platform/db';
import type { TestServer } from './test-server';

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/** Starts the throwaway PostgreSQL of a test run, with a migrated template database that workers clone. */
export default async function startDatabaseServer(
  project: TestProject,
): Promise<() => Promise<void>> {
  const server = await startThrowawayPostgres();
  try {
    await makeTemplate(server);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('testServer', {
    adminUrl: server.urlOf('postgres'),
    templateUrl: server.urlOf('template_migrated'),
  });
  return () => server.stop();
}

async function makeTemplate(server: EmbeddedPostgres): Promise<void> {
  const sql = createSql(server.urlOf('postgres'), { max: 1 });
  await sql`create database template_migrated`;
  await sql.end();
  const db = createDb(server.urlOf('template_migrated'), { max: 1 });
  await migrate(db);
  await db.destroy();
}
