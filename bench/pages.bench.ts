import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createSql, startPostgres, type Sql } from '../platform/db';
import { demoAccounts, demoPassword } from '../seeds/demo-accounts';
import { recentPeriods } from '../universal/period';
import { type Benchmark, type Figure, median } from './figure';
import { type RunningProduct, startProduct, temporaryDataFolder, untilReady } from './product';
import { makeDailyRollup, scorecardFromDailyRollup } from './scorecard-facts';

const ROUNDS = 30;
const WANTED_FACTS = 1_000_000;
/** Longer than rows are remembered and roll-ups take to be built. */
const UNCHANGED_MS = 12_000;

/** The whole page as an executive gets it over HTTP: session, data, HTML and compression, on the demo organisation. */
const pages: Benchmark = {
  name: 'pages',
  async measure() {
    const data = await temporaryDataFolder();
    const database = await startPostgres({ dir: join(data.folder, 'database') });
    const admin = createSql(database.urlOf('postgres'), { max: 1 });
    await admin`create database bench`;
    await admin.end();
    const sql = createSql(database.urlOf('bench'), { max: 1 });
    try {
      const product = await startProduct(data.folder, {
        DATABASE_URL: database.urlOf('bench'),
        DEMO: 'true',
      });
      try {
        await untilReady(product);
        return await figuresOf(product, sql);
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

async function figuresOf(product: RunningProduct, sql: Sql): Promise<Figure[]> {
  const cookie = await signIn(product);
  const facts = await countFacts(sql);
  const small = await measurePage(product, cookie);
  await multiplyFacts(sql, Math.ceil(WANTED_FACTS / facts));
  await untilUnchanged(product, cookie);
  await makeDailyRollup(sql);
  const large = await measurePage(product, cookie);
  const byHand = await measureByHand(sql);
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  return [
    {
      what: `whole scorecard page over HTTP, ${await countFacts(sql)} facts (${(large.bytes / 1024).toFixed(0)} KB of HTML)`,
      measured: ms(large.time),
      baseline: `${ms(byHand)} by hand-written SQL on a daily roll-up`,
      ratio: large.time / byHand,
      promise: 'none, for comparison',
      holds: true,
    },
    {
      what: `the same from ${facts} facts`,
      measured: ms(large.time),
      baseline: ms(small.time),
      ratio: large.time / small.time,
      promise: 'at most 1.3 ×',
      holds: large.time / small.time <= 1.3,
    },
  ];
}

async function signIn({ baseUrl }: RunningProduct): Promise<string> {
  const executive = demoAccounts.find(({ email }) => email.startsWith('executive@'))!;
  const reply = await fetch(`${baseUrl}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email: executive.email, password: demoPassword }),
    headers: { origin: baseUrl },
    redirect: 'manual',
  });
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function scorecardPage({ baseUrl }: RunningProduct, cookie: string): Promise<string> {
  const reply = await fetch(`${baseUrl}/scorecards`, { headers: { cookie }, redirect: 'manual' });
  if (reply.status !== 200) throw new Error(`The scorecard page answered ${reply.status}`);
  return reply.text();
}

async function measurePage(
  product: RunningProduct,
  cookie: string,
): Promise<{ time: number; bytes: number }> {
  for (let warm = 0; warm < 15; warm += 1) await scorecardPage(product, cookie);
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    bytes = Buffer.byteLength(await scorecardPage(product, cookie));
    times.push(performance.now() - started);
  }
  return { time: median(times), bytes };
}

async function measureByHand(sql: Sql): Promise<number> {
  const period = recentPeriods('quarter', new Date().toISOString().slice(0, 10), 13);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    await scorecardFromDailyRollup(sql, period[12]!.startOn, period[1]!.endOn);
    times.push(performance.now() - started);
  }
  return median(times);
}

async function countFacts(sql: Sql): Promise<number> {
  const [row] = await sql`select count(*)::int as n from feedback`;
  return row!['n'] as number;
}

/** Every answer so many times, each a few minutes from the others. */
async function multiplyFacts(sql: Sql, times: number): Promise<void> {
  await sql`
    insert into feedback (feedback_id, occurred_at, department_id, touchpoint_id, channel, source, survey_version_id,
      nps_score, csat_score, ces_score)
    select gen_random_uuid(), occurred_at - copy * interval '1 minute', department_id, touchpoint_id, channel, source,
      survey_version_id, nps_score, csat_score, ces_score
    from feedback cross join generate_series(1, ${times - 1}::int) as copy
    where occurred_at > now() - interval '24 months'`;
  await sql`analyze feedback`;
}

/** Waits until the page has shown the same numbers for a while: then the roll-ups are built. */
async function untilUnchanged(product: RunningProduct, cookie: string): Promise<void> {
  const numbers = async () =>
    [...(await scorecardPage(product, cookie)).matchAll(/data-value[^>]*>([^<]*)</g)].join(' ');
  const deadline = performance.now() + 180_000;
  let [seen, since] = [await numbers(), performance.now()];
  while (performance.now() - since < UNCHANGED_MS) {
    if (performance.now() > deadline) throw new Error('The numbers did not come to rest');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const now = await numbers();
    if (now !== seen) [seen, since] = [now, performance.now()];
  }
}

export default pages;
