import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ScorecardGridDocument } from '../app/scorecards/scorecard-grid.document';
import { createDb, createSql, migrate, startThrowawayPostgres } from '../platform/db';
import type { Sql } from '../platform/db';
import type { Context } from '../domain/context';
import { fixedClock } from '../platform/clock';
import { projectRoot } from '../platform/project-root';
import {
  analyticsUrl,
  createEmbeddedCube,
  ensureAnalyticsRole,
  ROLLUP_SCHEMA,
} from '../platform/semantic';
import type { SemanticLayer } from '../platform/semantic';
import { aViewer } from '../test/factories/viewer';
import { schema } from '../graphql/schema';
import { findChangeToken, findTreeVersion } from '../server/change-token-store';
import { createGraphQLServer } from '../server/graphql.server';
import { recentPeriods } from '../universal/period';
import { type Benchmark, type Figure, median } from './figure';
import {
  BENCH_TIME_ZONE,
  makeDailyRollup,
  makeFeedback,
  makeOrganisation,
  scorecardFromDailyRollup,
} from './scorecard-facts';

const SIZES = [100_000, 1_000_000] as const;
const ROUNDS = 40;
const SECRET = 'a secret for the length of a benchmark';

const scorecard: Benchmark = { name: 'scorecard', measure };

/** The page's own document against the same numbers by hand from a daily table, in turns, on two amounts of feedback. */
async function measure(): Promise<Figure[]> {
  const server = await startThrowawayPostgres();
  const sql = createSql(server.url, { max: 4 });
  const db = createDb(server.url, { max: 4 });
  await migrate(db);
  await makeOrganisation(sql);
  await ensureAnalyticsRole(db, SECRET);
  const layer = (choice: { buildsRollups: boolean; remembersRows: boolean }) =>
    createEmbeddedCube({
      modelsFolder: join(projectRoot, 'cube-models'),
      databaseUrl: analyticsUrl(server.url, SECRET),
      rollupSchema: ROLLUP_SCHEMA,
      timeZones: () => Promise.resolve([BENCH_TIME_ZONE]),
      changeToken: () => findChangeToken(db),
      commonState: () => findTreeVersion(db),
      ...choice,
    });
  const semantic = layer({ buildsRollups: true, remembersRows: true });
  const forgetful = layer({ buildsRollups: false, remembersRows: false });
  try {
    const measured = [];
    for (const size of SIZES) {
      await makeFeedback(sql, size);
      await makeDailyRollup(sql);
      await (measured.length === 0 ? semantic.ready() : semantic.refresh());
      measured.push(await measureSize(sql, db, { semantic, forgetful }));
    }
    return figuresOf(measured);
  } finally {
    await semantic.shutdown();
    await forgetful.shutdown();
    await sql.end();
    await server.stop();
  }
}

interface Measured {
  page: number;
  /** With every question put to Cube anew. */
  asked: number;
  byHand: number;
}

async function measureSize(
  sql: Sql,
  db: ReturnType<typeof createDb>,
  layers: { semantic: SemanticLayer; forgetful: SemanticLayer },
): Promise<Measured> {
  const now = new Date();
  const graphql = createGraphQLServer({
    schema,
    withExplorer: false,
    acceptsAnyDocument: true,
    contextOf: () => Promise.reject(new Error('nothing listens in a benchmark')),
  });
  const viewer = aViewer({ roles: ['executive'] });
  const period = recentPeriods('quarter', now.toISOString().slice(0, 10), 13);
  const variables = { period: { key: period[1]!.key }, comparison: 'PREVIOUS' };
  const page = async (semantic = layers.semantic) => {
    const ctx = readerContext({ db, viewer, semantic, clock: fixedClock(now) });
    const { errors } = await graphql.execute(ScorecardGridDocument, variables, ctx);
    if (errors) throw new AggregateError(errors, 'the scorecard cannot be measured');
  };
  const byHand = () => scorecardFromDailyRollup(sql, period[12]!.startOn, period[1]!.endOn);
  for (let warm = 0; warm < 10; warm += 1)
    await Promise.all([page(), page(layers.forgetful), byHand()]);
  const times = { page: [] as number[], asked: [] as number[], byHand: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.page.push(await timeOf(() => page()));
    times.asked.push(await timeOf(() => page(layers.forgetful)));
    times.byHand.push(await timeOf(byHand));
  }
  return {
    page: median(times.page),
    asked: median(times.asked),
    byHand: median(times.byHand),
  };
}

/** What reading a scorecard takes of a context. */
function readerContext(parts: Pick<Context, 'db' | 'viewer' | 'semantic' | 'clock'>): Context {
  const organisation = { organisationId: 'bench', timeZone: BENCH_TIME_ZONE };
  return { ...parts, organisation, locale: 'en', requestId: 'bench' } as Context;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function figuresOf([small, large]: readonly Measured[]): Figure[] {
  const ratio = large!.page / large!.byHand;
  const growth = large!.page / small!.page;
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  return [
    {
      what: 'scorecard of 24 departments on 1 M feedback facts, warm: server time of its data, median',
      measured: ms(large!.page),
      baseline: `${ms(large!.byHand)} by hand-written SQL on a daily roll-up`,
      ratio,
      promise: 'at most 3 ×',
      holds: ratio <= 3,
    },
    {
      what: 'the same from 100 k to 1 M facts',
      measured: ms(large!.page),
      baseline: `${ms(small!.page)} on 100 k`,
      ratio: growth,
      promise: 'at most 1.3 ×',
      holds: growth <= 1.3,
    },
    {
      what: 'the first, with every question put to Cube anew (rows are remembered for 5 s)',
      measured: ms(large!.asked),
      baseline: `${ms(large!.byHand)} by hand-written SQL on a daily roll-up`,
      ratio: large!.asked / large!.byHand,
      promise: 'none, for comparison',
      holds: true,
    },
  ];
}

export default scorecard;
