import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../project-root';
import { migrateQueue } from '../../queue';
import { ensureAnalyticsRole } from '../../semantic';
import { createDb } from '../create-db';
import { createSql } from '../create-sql';
import { migrate } from '../migrate';
import { productRole } from './product-role';
import { startPostgres } from './start-postgres';
import type { EmbeddedPostgres } from './start-postgres';

describe('the embedded PostgreSQL', () => {
  let dir = '';
  const running: EmbeddedPostgres[] = [];

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'tandem-kept-'));
  });
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const start = async () => {
    const server = await startPostgres({ dir });
    running.push(server);
    return server;
  };
  const ask = async (url: string, statement: string) => {
    const sql = createSql(url, { max: 1 });
    try {
      return (await sql.unsafe(statement))[0];
    } finally {
      await sql.end();
    }
  };
  const postmasterOf = (server: EmbeddedPostgres) =>
    Number(readFileSync(join(server.folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const isAlive = (pid: number) => {
    try {
      return (
        execFileSync('ps', ['-o', 'stat=', '-p', String(pid)])
          .toString()
          .trim()[0] !== 'Z'
      );
    } catch {
      return false;
    }
  };

  it('keeps data, port and password from one start to the next', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 7 as n');
    await first.stop();
    running.length = 0;
    const second = await start();
    expect(second.created).toBe(false);
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'select n from kept')).toEqual({ n: 7 });
  });

  it('lets nobody in without the password, and is written in UTF-8', async () => {
    const server = await start();
    const withoutPassword = new URL(server.url);
    withoutPassword.password = '';
    await expect(ask(withoutPassword.href, 'select 1')).rejects.toThrow();
    expect(await ask(server.url, 'show server_encoding')).toEqual({ server_encoding: 'UTF8' });
  });

  it('refuses to serve the same data twice at once', async () => {
    const server = await start();
    const owner = `${server.folder}.owner`;
    // Another process of ours would have left its own id there; the parent of this one lives for sure.
    writeFileSync(owner, String(process.ppid));
    await expect(startPostgres({ dir })).rejects.toThrow('Another Tandem');
    writeFileSync(owner, String(process.pid));
  });

  it('ends with the process that started it, however that ends, and starts again on the same data', async () => {
    const script = `
      import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'start-postgres.ts'))};
      const server = await startPostgres({ dir: ${JSON.stringify(dir)} });
      process.stdout.write(server.folder + '\\n');
      setInterval(() => undefined, 1000);`;
    const scriptFile = join(dir, 'parent.mts');
    writeFileSync(scriptFile, script);
    const parent = spawn(process.execPath, ['--import', 'tsx', scriptFile], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const folder = await new Promise<string>((resolve) =>
      parent.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())),
    );
    const postmaster = postmasterOf({ folder } as EmbeddedPostgres);
    expect(isAlive(postmaster)).toBe(true);
    parent.kill('SIGKILL');
    for (let i = 0; i < 100 && isAlive(postmaster); i++) await sleep(50);
    expect(isAlive(postmaster)).toBe(false);
    const again = await start();
    expect(again.created).toBe(false);
    expect(await ask(again.url, 'select 1 as n')).toEqual({ n: 1 });
  });

  it('starts although a lock file was left behind that names a process of another program', async () => {
    const first = await start();
    await first.stop();
    running.length = 0;
    writeFileSync(join(first.folder, 'postmaster.pid'), `${process.pid}\n${first.folder}\n`);
    const second = await start();
    expect(existsSync(join(second.folder, 'postmaster.pid'))).toBe(true);
    expect(await ask(second.url, 'select 1 as n')).toEqual({ n: 1 });
  });

  it('is used as a role that is no superuser, can touch nothing of the machine, and do all that a start does', async () => {
    const server = await start();
    const db = createDb(server.url, { max: 2 });
    await migrate(db);
    await migrateQueue(server.url);
    await ensureAnalyticsRole(db, 'a secret');
    await db.destroy();
    const rights = await ask(
      server.url,
      'select rolsuper, rolcreatedb, rolreplication, rolbypassrls from pg_roles where rolname = current_user',
    );
    expect(rights).toEqual({
      rolsuper: false,
      rolcreatedb: false,
      rolreplication: false,
      rolbypassrls: false,
    });
    for (const statement of [
      `select pg_read_file('postgresql.conf')`,
      `copy organisation from program 'id'`,
      `alter role ${productRole} superuser`,
      `alter system set log_statement = 'all'`,
      `set role tandem`,
    ]) {
      await expect(ask(server.url, statement), statement).rejects.toThrow(/permission denied/);
    }
  });
});
