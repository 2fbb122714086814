import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSql } from '../../platform/db';
import { findFreePort } from '../../platform/db/embedded/free-port';
import { projectRoot } from '../../platform/project-root';
import { fillWithDemo } from '../harness/demo-folder.mjs';

const startPatienceMs = 120_000;

/** The built product on a data folder that outlives its processes. */
export class Product {
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'tandem-recovery-'));
  private process: ChildProcess | undefined;
  private port: number | undefined;
  baseUrl = '';
  /** Resolves when the process that was started last is gone. */
  ended: Promise<unknown> = Promise.resolve();

  /** Without an address the product runs on its own PostgreSQL. */
  constructor(private readonly databaseUrl?: string) {}

  get hasEnded(): boolean {
    return this.process?.exitCode !== null || this.process.signalCode !== null;
  }

  get exitCode(): number | null | undefined {
    return this.process?.exitCode;
  }

  /** Where the product's own PostgreSQL keeps its data. */
  get clusterFolder(): string {
    return join(this.dataDir, 'postgres');
  }

  /** Starts it and waits until it is ready. */
  async start(): Promise<void> {
    // The same port after each restart: it is part of the name of the cookie.
    const port = (this.port ??= await findFreePort(undefined));
    this.baseUrl = `http://127.0.0.1:${port}`;
    const env: NodeJS.ProcessEnv = {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: this.dataDir,
      LOG_LEVEL: 'error',
      PUBLIC_FORMS_PER_MINUTE: '0',
      DEMO: 'true',
      ...(this.databaseUrl && { DATABASE_URL: this.databaseUrl }),
    };
    if (!this.process && !this.databaseUrl) await fillWithDemo(this.dataDir);
    const output: string[] = [];
    const child = spawn(process.execPath, [join(projectRoot, 'dist', 'main.js')], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    }
    this.process = child;
    this.ended = new Promise((resolve) => child.once('exit', resolve));
    const deadline = Date.now() + startPatienceMs;
    while (!(await this.isReady())) {
      if (child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`The product did not start:\n${output.join('')}`);
      }
      await sleep(50);
    }
  }

  /** Ends the process as a power cut would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async remove(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Asks the database of the running product. */
  async ask<Row extends object>(statement: string): Promise<Row[]> {
    const sql = createSql(this.databaseUrl ?? this.ownDatabaseUrl(), { max: 1 });
    try {
      return Array.from(await sql.unsafe<Row[]>(statement));
    } finally {
      await sql.end();
    }
  }

  /** The secret that the product made for itself in its data folder. */
  secret(): string {
    return readFileSync(join(this.dataDir, 'secret'), 'utf8').trim();
  }

  private ownDatabaseUrl(): string {
    const { port, password } = JSON.parse(
      readFileSync(join(this.dataDir, 'postgres.json'), 'utf8'),
    ) as { port: number; password: string };
    return `postgres://tandem:${password}@127.0.0.1:${port}/tandem`;
  }

  private async isReady(): Promise<boolean> {
    const answer = await fetch(`${this.baseUrl}/readyz`).catch(() => undefined);
    return answer?.ok ?? false;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
}
