import { createSql } from '../../platform/db';
import { testSecret, testToday } from './test-organisation';

/** Addresses on the PostgreSQL of the test run. */
export interface TestServer {
  adminUrl: string;
  /** Where tests store files; removed at the end of the run. */
  filesFolder: string;
}

/** The address of a database on the test server. */
export function urlOn(server: TestServer, database: string): string {
  const url = new URL(server.adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Makes a copy of a template database; an older database of that name is dropped. */
export async function cloneDatabase(
  server: TestServer,
  name: string,
  { template = 'template_migrated', keepExisting = false } = {},
): Promise<string> {
  const sql = createSql(server.adminUrl, { max: 1 });
  try {
    const [existing] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!existing || !keepExisting) {
      if (existing) await sql`drop database ${sql(name)} with (force)`;
      await sql`create database ${sql(name)} template ${sql(template)} strategy file_copy`;
    }
  } finally {
    await sql.end();
  }
  return urlOn(server, name);
}

export async function dropDatabase(server: TestServer, name: string): Promise<void> {
  const sql = createSql(server.adminUrl, { max: 1 });
  try {
    await sql`drop database if exists ${sql(name)} with (force)`;
  } finally {
    await sql.end();
  }
}

/**
 * Makes sure that the template `template_seeded` with the demo organisation is there. It is made by the first test
 * file that asks; files that ask meanwhile wait.
 */
export async function ensureSeededTemplate(server: TestServer): Promise<void> {
  const admin = createSql(server.adminUrl, { max: 1 });
  try {
    await admin`select pg_advisory_lock(hashtext('template_seeded'))`;
    const [finished] = await admin`select 1 from pg_database where datname = 'template_seeded'`;
    if (finished) return;
    const url = await cloneDatabase(server, 'template_being_seeded', { template: 'template_bare' });
    const { seedDemo } = await import('../../seeds');
    const sql = createSql(url, { max: 2 });
    await seedDemo({ sql, now: testToday, secret: testSecret });
    await sql.end();
    await admin`alter database template_being_seeded rename to template_seeded`;
  } finally {
    await admin.end();
  }
}
