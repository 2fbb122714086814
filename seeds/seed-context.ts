import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Db, Sql } from '../platform/db';
import type { DemoDirectory } from './demo-directory';
import { seedRandom, type SeedRandom } from './seed-random';

/** What may stand in a cell of a bulk copy; JSON goes in as its text. */
export type SeedCell = string | number | boolean | Date | null | readonly string[];

/** What every seed is given. Everything runs in one transaction: a failed start leaves nothing behind. */
export interface SeedContext {
  readonly db: Db;
  readonly sql: Sql;
  /** The present of the demo organisation; every date is relative to it. */
  readonly now: Date;
  /** The installation's secret, with which ballots are sealed. */
  readonly config: { readonly secret: string };
  /** Who and what the organisation seed has made. Throws before it ran. */
  readonly directory: DemoDirectory;
  setDirectory(directory: DemoDirectory): void;
  /** A reproducible stream of random values, independent of all other streams. */
  random(stream: string): SeedRandom;
  /** Streams rows into a table with COPY and returns how many there were. */
  copy(
    table: string,
    columns: readonly string[],
    rows: Iterable<readonly SeedCell[]>,
  ): Promise<number>;
  /** Says what is being made, for the person who waits at the start. */
  report(message: string): void;
}

/** Builds the context of one seeding run. */
export function createSeedContext(options: {
  db: Db;
  sql: Sql;
  now: Date;
  secret: string;
  report?: (message: string) => void;
}): SeedContext {
  let directory: DemoDirectory | undefined;
  return {
    db: options.db,
    sql: options.sql,
    now: options.now,
    config: { secret: options.secret },
    get directory() {
      if (!directory) throw new Error('The organisation must be seeded first.');
      return directory;
    },
    setDirectory(made) {
      directory = made;
    },
    random: seedRandom,
    copy: (table, columns, rows) => copyRows(options.sql, table, columns, rows),
    report: options.report ?? (() => undefined),
  };
}

async function copyRows(
  sql: Sql,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly SeedCell[]>,
): Promise<number> {
  let count = 0;
  function* chunks() {
    let chunk = '';
    for (const row of rows) {
      count++;
      chunk += `${row.map(encodeCell).join('\t')}\n`;
      if (chunk.length > 65_536) {
        yield chunk;
        chunk = '';
      }
    }
    if (chunk) yield chunk;
  }
  const target = await sql`copy ${sql(table)} (${sql(columns as string[])}) from stdin`.writable();
  await pipeline(Readable.from(chunks(), { objectMode: true }), target);
  return count;
}

/** PostgreSQL's text format of COPY. */
function encodeCell(cell: SeedCell): string {
  if (cell === null) return '\\N';
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (typeof cell === 'number') return String(cell);
  const text = typeof cell === 'string' ? cell : arrayLiteral(cell);
  return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function arrayLiteral(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
