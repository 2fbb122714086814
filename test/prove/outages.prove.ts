import { afterAll, expect, it } from 'vitest';
import { killPostmaster, OwnPostgres } from '../recovery/own-postgres';
import { type OutageResult, surviveOutages } from '../recovery/outages';
import { Product } from '../recovery/product';

const restarts = 100;
const kills = 20;
const rows: [string, OutageResult][] = [];

/** The row that is printed at the end, and what must hold for each. */
function settle(title: string, result: OutageResult): void {
  rows.push([title, result]);
  expect(result).toMatchObject({ lost: 0, doubled: 0, ends: 0 });
}

afterAll(() => {
  const table = Object.fromEntries(rows);
  process.stdout.write(`${JSON.stringify(table, null, 2)}\n`);
});

it(`loses nothing over ${kills} kills of the product's own PostgreSQL`, async () => {
  const product = new Product();
  await product.start();
  try {
    const outage = () => killPostmaster(product.clusterFolder);
    settle('own, killed', await surviveOutages(product, { times: kills, outage }));
  } finally {
    await product.remove();
  }
});

it.each([
  ['restarted fast', restarts, (database: OwnPostgres) => database.restart('fast')],
  ['restarted immediate', restarts, (database: OwnPostgres) => database.restart('immediate')],
  ['killed', kills, (database: OwnPostgres) => database.kill()],
] as const)(
  'loses nothing over an operator’s PostgreSQL that is %s %i times',
  async (what, times, cut) => {
    const database = new OwnPostgres();
    await database.start();
    const product = new Product(database.url);
    try {
      await product.start();
      settle(
        `an operator's, ${what}`,
        await surviveOutages(product, { times, outage: () => cut(database) }),
      );
    } finally {
      await product.remove();
      await database.remove();
    }
  },
);
