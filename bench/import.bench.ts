import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';
import { systemViewer } from '../domain/access';
import type { Context } from '../domain/context';
import {
  commitImport,
  getImport,
  mapColumns,
  matchDepartments,
  receiveFile,
  runImport,
  suggestMatches,
} from '../domain/feedback';
import { systemClock } from '../platform/clock';
import { createDb, createSql, migrate, startThrowawayPostgres } from '../platform/db';
import type { Db, Sql } from '../platform/db';
import { createLogger } from '../platform/logger';
import { createFolderStorage } from '../platform/storage';
import type { ColumnMapping } from '../universal/feedback/import-mapping';
import { type Benchmark, type Figure, median } from './figure';
import { BENCH_TIME_ZONE, makeOrganisation } from './scorecard-facts';

const SIZES = [10_000, 100_000, 1_000_000] as const;
const MEGABYTE = 2 ** 20;

const benchmark: Benchmark = { name: 'import', measure };

/** Files of growing length through the import's own job, each against COPY of the very rows it stored, in the same run. */
async function measure(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-bench-import-'));
  const server = await startThrowawayPostgres();
  const sql = createSql(server.url, { max: 4 });
  try {
    const db = createDb(server.url, { max: 4 });
    await migrate(db);
    await makeOrganisation(sql);
    const ctx = benchContext(db, folder);
    // The first file warms up the code and is not counted.
    await measureSize(ctx, sql, folder, SIZES[0]);
    const measured: Measured[] = [];
    for (const rows of SIZES) {
      const rounds: Measured[] = [];
      // A short import is over in a second: one busy neighbour must not decide.
      for (let round = 0; round < (rows < 100_000 ? 5 : 1); round++) {
        rounds.push(await measureSize(ctx, sql, folder, rows));
      }
      measured.push(middleOf(rounds));
    }
    return figuresOf(measured);
  } finally {
    await sql.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Measured {
  rows: number;
  importPerSecond: number;
  copyPerSecond: number;
  peakMegabytes: number;
}

async function measureSize(
  ctx: Context,
  sql: Sql,
  folder: string,
  rows: number,
): Promise<Measured> {
  await sql`truncate feedback, feedback_origin`;
  const path = join(folder, 'rows.csv');
  await writeFile(path, rows);
  const importId = await prepare(ctx, path);
  global.gc?.();
  const memory = watchMemory();
  const importSeconds = await secondsOf(() => work(ctx, importId));
  const peakMegabytes = memory.stop() / MEGABYTE;
  const { status, rowsStored } = await getImport(ctx, { importId });
  if (status !== 'done' || rowsStored !== rows)
    throw new Error(`The import is ${status} with ${rowsStored} of ${rows} rows`);
  const copySeconds = await copyAgain(sql, folder);
  return {
    rows,
    importPerSecond: rows / importSeconds,
    copyPerSecond: rows / copySeconds,
    peakMegabytes,
  };
}

function middleOf(rounds: readonly Measured[]): Measured {
  return {
    rows: rounds[0]!.rows,
    importPerSecond: median(rounds.map((round) => round.importPerSecond)),
    copyPerSecond: median(rounds.map((round) => round.copyPerSecond)),
    peakMegabytes: median(rounds.map((round) => round.peakMegabytes)),
  };
}

/** Uploads, maps and checks; what is measured comes after. */
async function prepare(ctx: Context, path: string): Promise<string> {
  const importId = await receiveFile(ctx, { stream: createReadStream(path), fileName: 'rows.csv' });
  const { guess } = await getImport(ctx, { importId });
  const { dates: _, ...mapping } = guess;
  await mapColumns(ctx, { importId, mapping: mapping as ColumnMapping });
  await work(ctx, importId);
  const matches = await suggestMatches(ctx, await getImport(ctx, { importId }));
  const departments = matches.flatMap(({ match }) => match ?? []);
  await matchDepartments(ctx, { importId, departments, createUnderId: null, mappingName: null });
  // The dry run is not what is measured; leaving it out halves the time.
  await ctx.db.updateTable('feedback_import').set({ status: 'checked' }).execute();
  await commitImport(ctx, { importId });
  return importId;
}

async function work(ctx: Context, importId: string): Promise<void> {
  const { runNumber } = await getImport(ctx, { importId });
  await runImport(ctx, { importId, runNumber });
}

/** Takes the stored rows out and copies them into the emptied tables, with all their partitions and indexes. */
async function copyAgain(sql: Sql, folder: string): Promise<number> {
  const tables = ['feedback', 'feedback_origin'];
  const copies: Awaited<ReturnType<typeof takeOut>>[] = [];
  for (const table of tables) copies.push(await takeOut(sql, table, join(folder, `${table}.copy`)));
  await sql`truncate ${sql(tables)}`;
  return secondsOf(async () => {
    for (const { path, into } of copies)
      await pipeline(
        createReadStream(path),
        await sql.unsafe(`copy ${into} from stdin`).writable(),
      );
  });
}

async function takeOut(
  sql: Sql,
  table: string,
  path: string,
): Promise<{ path: string; into: string }> {
  const columns = await sql<{ name: string }[]>`
    select quote_ident(column_name) as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`;
  // The rows hold nothing that COPY's text format would have to escape.
  const cells = columns.map(({ name }) => `coalesce(${name}::text, '\\N')`).join(', ');
  const file = createWriteStream(path);
  for await (const rows of sql
    .unsafe(`select concat_ws(E'\t', ${cells}) as line from ${table}`)
    .cursor(5000)) {
    if (!file.write(rows.map((row) => `${String(row['line'])}\n`).join('')))
      await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return { path, into: `${table} (${columns.map(({ name }) => name).join(', ')})` };
}

async function writeFile(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  file.write('id,department,date,fft_score,question,comment\n');
  for (let row = 0; row < rows; row++) {
    const day = new Date(Date.UTC(2024, 10, 1) + ((row * 7919) % 700) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const comment = row % 3 === 0 ? '' : `"The staff were ""kind"" and quick, thank you ${row}"`;
    const line = `r-${row},Department ${6 + (row % 18)},${day},${1 + ((row * 31) % 5)},"Why, in a word?",${comment}\n`;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

function watchMemory(): { stop(): number } {
  let peak = 0;
  const look = () => (peak = Math.max(peak, process.memoryUsage().rss));
  look();
  const timer = setInterval(look, 20);
  return {
    stop() {
      clearInterval(timer);
      look();
      return peak;
    },
  };
}

async function secondsOf(task: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await task();
  return (performance.now() - started) / 1000;
}

/** What an import takes of a context; its jobs are run by hand, so nothing is queued. */
function benchContext(db: Db, folder: string): Context {
  return {
    db,
    viewer: systemViewer,
    clock: systemClock,
    organisation: { organisationId: 'bench', timeZone: BENCH_TIME_ZONE },
    locale: 'en',
    requestId: 'bench',
    log: createLogger('silent'),
    storage: createFolderStorage(join(folder, 'files')),
    queue: { enqueue: () => Promise.resolve() },
    config: { maxUploadBytes: 1024 * MEGABYTE, secret: 'bench' },
  } as unknown as Context;
}

function figuresOf(measured: readonly Measured[]): Figure[] {
  const perSecond = (value: number) => `${Math.round(value / 100) / 10} k rows/s`;
  const small = measured[0]!;
  const large = measured.at(-1)!;
  const growth = large.peakMegabytes / small.peakMegabytes;
  return [
    ...measured.map(({ rows, importPerSecond, copyPerSecond }): Figure => {
      const ratio = importPerSecond / copyPerSecond;
      return {
        what: `import of ${rows / 1000} k rows: parse, validate, attribute, store`,
        measured: perSecond(importPerSecond),
        baseline: `${perSecond(copyPerSecond)} by COPY of the same rows into the same tables`,
        ratio,
        promise: 'at least 0.3 of COPY',
        holds: ratio >= 0.3,
      };
    }),
    {
      what: 'peak memory of the process during the import of 1 M rows',
      measured: `${Math.round(large.peakMegabytes)} MB`,
      baseline: `${Math.round(small.peakMegabytes)} MB with 10 k rows`,
      ratio: growth,
      promise: 'flat: at most 1.5 ×',
      holds: growth <= 1.5,
    },
  ];
}

export default benchmark;
