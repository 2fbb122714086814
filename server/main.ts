import { setTimeout as sleep } from 'node:timers/promises';
import { anonymousViewer } from '../domain/access';
import { EnvironmentError, parseEnvironment } from '../platform/env';
import type { Environment } from '../platform/env';
import { loadSecret } from '../platform/secret';
import { createApplication } from './application';
import type { Application } from './application';
import { assertPortIsFree } from './assert-port-is-free';
import { createHealth } from './health';
import { openDatabase } from './open-database';
import { createProgress } from './progress';
import type { Progress } from './progress';
import { fillWhenEmpty } from './fill-when-empty';
import { Shutdown } from './shutdown';

const expectedErrors = new Set(['PortInUse', 'ClusterInUse', 'NothingToServe']);
const warmUpDelayMs = 300;
const requestPatienceMs = 15_000;
const dev = process.argv.includes('--dev');
const progress = createProgress({ quiet: process.argv.includes('--quiet') });
let application: Application | undefined;
const shutdown = new Shutdown({ log: () => application?.log, say: progress.say });

shutdown.listenToSignals();
process.on('unhandledRejection', fail);
process.on('uncaughtException', fail);

try {
  await start(parseEnvironment(process.env));
} catch (error) {
  await fail(error);
}

async function start(env: Environment): Promise<void> {
  progress.say('Starting Tandem');
  if (env.process !== 'worker') await assertPortIsFree(env);
  const secret = loadSecret(env.secret, env.dataDir);
  const database = await openDatabase(env, { secret, progress });
  shutdown.later('PostgreSQL', () => database.stop());
  const app = createApplication(env, { databaseUrl: database.url, secret });
  application = app;
  shutdown.later('connections', () => app.close());
  await fillWhenEmpty(app, progress);
  if (env.process !== 'web') await startWork(app);
  if (env.process !== 'worker') await startWeb(app);
  else progress.say('Tandem works off jobs');
}

async function startWork(app: Application): Promise<void> {
  const { startJobs } = await import('./worker');
  const worker = await progress.step('Jobs are worked off', () => startJobs(app));
  shutdown.later('jobs', () => worker.stop());
  if (app.env.process === 'worker') await app.semantic.ready();
}

async function startWeb(app: Application): Promise<void> {
  const { createWebServer } = await import('./web');
  const health = createHealth(app);
  const web = await progress.step('Pages are ready', () =>
    createWebServer({ ...app, health, dev }),
  );
  await web.listen();
  setTimeout(() => health.warmUp(), warmUpDelayMs).unref();
  shutdown.later('web', async () => {
    health.stop();
    await atMost(requestPatienceMs, web.close());
  });
  await greet(app, progress);
}

/** Waits for the work, but not for ever: a download that nobody reads must not keep the process. */
async function atMost(patienceMs: number, work: Promise<void>): Promise<void> {
  await Promise.race([work, sleep(patienceMs, undefined, { ref: false })]);
}

async function greet({ env, contextFor }: Application, { say }: Progress): Promise<void> {
  say(`\nTandem is at ${env.baseUrl}\n`);
  if (!env.demo) return;
  const { config } = await contextFor({ viewer: anonymousViewer, requestId: 'start' });
  if (!config.isDemo) return;
  const { demoAccounts } = await import('../seeds/demo-accounts');
  say('Accounts of the demo organisation:');
  const width = Math.max(...demoAccounts.map(({ email }) => email.length));
  for (const { email, password, label } of demoAccounts) {
    say(`  ${email.padEnd(width)}  ${password}  ${label.en} / ${label.zh}`);
  }
  say('\nCtrl-C stops everything.');
}

async function fail(error: unknown): Promise<void> {
  const text = error instanceof EnvironmentError ? error.message : describe(error);
  process.stderr.write(`\n${text}\n`);
  await shutdown.fail();
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return expectedErrors.has(error.name) ? error.message : (error.stack ?? error.message);
}
