import { spawn } from 'node:child_process';
import { Agent } from 'node:http';
import { join } from 'node:path';
import postgres from 'postgres';
import { startPostgres } from '../platform/db';
import { projectRoot } from '../platform/project-root';
import { type Benchmark, type Figure, quantile } from './figure';
import { exchange, type Throughput, throughputOf } from './load';
import { type RunningProduct, startProduct, temporaryDataFolder, untilReady } from './product';

const turns = 4;
const secondsOfTurn = 4;
const limitKilobytes = 30;

/** What respondents feel: how much a page weighs, and how many can answer at once. */
const respondents: Benchmark = {
  name: 'respondents',
  async measure() {
    const data = await temporaryDataFolder();
    const database = await startPostgres({ dir: join(data.folder, 'database') });
    const admin = postgres(database.urlOf('postgres'), { max: 1, onnotice: () => {} });
    await admin`create database bench`;
    await admin.end();
    const databaseUrl = database.urlOf('bench');
    const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
    try {
      const product = await startProduct(data.folder, {
        DATABASE_URL: databaseUrl,
        DEMO: 'true',
        PUBLIC_FORMS_PER_MINUTE: '0',
      });
      try {
        await untilReady(product);
        return [
          ...(await weights(product, sql)),
          ...(await submissions(product, sql, databaseUrl, 10)),
          ...(await submissions(product, sql, databaseUrl, 50)),
        ];
      } finally {
        await product.stop();
      }
    } finally {
      await sql.end();
      await database.stop();
      await data.remove();
    }
  },
};

async function feedbackAddress(product: RunningProduct, sql: postgres.Sql): Promise<string> {
  const [link] =
    await sql`select token from open_link where deactivated_at is null order by open_link_id limit 1`;
  return `${product.baseUrl}/f/${link!.token}`;
}

/** Everything a browser fetches for the page, as it travels. */
async function weights(product: RunningProduct, sql: postgres.Sql): Promise<Figure[]> {
  const agent = new Agent();
  const headers = { 'accept-encoding': 'br, gzip', accept: 'text/html' };
  const address = await feedbackAddress(product, sql);
  const page = await exchange(address, { agent, headers });
  const plain = await exchange(address, { agent, headers: { accept: 'text/html' } });
  const assets = [...plain.body.toString().matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+)"/g)]
    .map((match) => match[1]!)
    .filter((path) => /\.(js|css|woff2?)(\?|$)/.test(path));
  const fetched = await Promise.all(
    assets.map((path) => exchange(new URL(path, product.baseUrl).href, { agent, headers })),
  );
  agent.destroy();
  const bytes = [page, ...fetched].reduce((sum, reply) => sum + reply.body.length, 0);
  const requests = 1 + fetched.length;
  return [
    {
      what: 'feedback page, compressed, all requests',
      measured: `${(bytes / 1024).toFixed(1)} KB in ${requests} request${requests > 1 ? 's' : ''}`,
      promise: `at most ${limitKilobytes} KB, one or two requests`,
      holds: bytes <= limitKilobytes * 1024 && requests <= 2 && page.status === 200,
    },
  ];
}

/** Open the page, fill it in, send it: against a bare server that does the same single committed INSERT. */
async function submissions(
  product: RunningProduct,
  sql: postgres.Sql,
  databaseUrl: string,
  people: number,
): Promise<Figure[]> {
  const address = await feedbackAddress(product, sql);
  const openAndSubmit = async (agent: Agent): Promise<void> => {
    const page = await exchange(address, {
      agent,
      headers: { accept: 'text/html', 'accept-language': 'en' },
    });
    const html = page.body.toString();
    const key = /name="submission_key" value="([^"]+)"/.exec(html)?.[1];
    if (page.status !== 200 || !key) throw new Error(`The page answered ${page.status}`);
    const form = new URLSearchParams({
      submission_key: key,
      ...highestOfEach(html),
      comment: 'It went well',
    });
    const sent = await exchange(address, {
      agent,
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: product.baseUrl,
        'content-length': String(Buffer.byteLength(form.toString())),
      },
      body: form.toString(),
    });
    if (sent.status !== 303 && sent.status !== 200)
      throw new Error(`Sending answered ${sent.status}: ${sent.body.toString().slice(0, 300)}`);
  };
  const raw = await startInsertServer(sql, databaseUrl);
  const insert = async (agent: Agent): Promise<void> => {
    const reply = await exchange(raw.url, {
      agent,
      method: 'POST',
      headers: { 'content-length': '0' },
    });
    if (reply.status !== 200) throw new Error(`The bare server answered ${reply.status}`);
  };
  const { flows, baseline, stored } = await inTurns(sql, people, { openAndSubmit, insert });
  await raw.stop();

  const ratio = flows.perSecond / baseline.perSecond;
  return [
    {
      what: `open + submit, ${people} people at once (p95 ${quantile(flows.durations, 0.95).toFixed(0)} ms; ${stored} stored)`,
      measured: `${flows.perSecond.toFixed(0)}/s`,
      baseline: `${baseline.perSecond.toFixed(0)}/s (p95 ${quantile(baseline.durations, 0.95).toFixed(0)} ms) bare INSERT`,
      ratio,
      promise: 'at least 0.25',
      holds: ratio >= 0.25 && stored >= flows.durations.length,
    },
  ];
}

type Flow = (agent: Agent) => Promise<void>;

/** Measures both in short turns: a machine that is slower for a while is so for both. */
async function inTurns(
  sql: postgres.Sql,
  people: number,
  { openAndSubmit, insert }: Record<'openAndSubmit' | 'insert', Flow>,
): Promise<{ flows: Throughput; baseline: Throughput; stored: number }> {
  const measured = { flows: [] as Throughput[], baseline: [] as Throughput[] };
  let stored = 0;
  await throughputOf(openAndSubmit, { people, seconds: 2 });
  await throughputOf(insert, { people, seconds: 2 });
  for (let turn = 0; turn < turns; turn += 1) {
    const before = await countFeedback(sql);
    measured.flows.push(await throughputOf(openAndSubmit, { people, seconds: secondsOfTurn }));
    stored += (await countFeedback(sql)) - before;
    measured.baseline.push(await throughputOf(insert, { people, seconds: secondsOfTurn }));
  }
  return { flows: inAll(measured.flows), baseline: inAll(measured.baseline), stored };
}

function inAll(parts: readonly Throughput[]): Throughput {
  return {
    perSecond: parts.reduce((sum, { perSecond }) => sum + perSecond, 0) / parts.length,
    durations: parts.flatMap(({ durations }) => durations),
  };
}

/** The last, best choice of every question on the page. */
function highestOfEach(html: string): Record<string, string> {
  const choices: Record<string, string> = {};
  for (const [input] of html.matchAll(/<input[^>]*type="radio"[^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(input)?.[1];
    const value = /value="([^"]+)"/.exec(input)?.[1];
    if (name && value) choices[name] = value;
  }
  return choices;
}

async function countFeedback(sql: postgres.Sql): Promise<number> {
  const [row] = await sql`select count(*)::int as n from feedback`;
  return row!.n as number;
}

async function startInsertServer(
  sql: postgres.Sql,
  databaseUrl: string,
): Promise<{ url: string; stop(): Promise<void> }> {
  const [place] = await sql`select department_id, touchpoint_id from open_link limit 1`;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(projectRoot, 'bench/insert-server.ts')],
    {
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        DEPARTMENT_ID: String(place!.department_id),
        TOUCHPOINT_ID: String(place!.touchpoint_id),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const port = await new Promise<string>((resolve) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

export default respondents;
