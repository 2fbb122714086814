import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killPostmaster, OwnPostgres } from './own-postgres';
import { surviveOutages } from './outages';
import { Product } from './product';

const nothingLost = { lost: 0, doubled: 0, ends: 0 };

describe('the database that the product runs itself', () => {
  const product = new Product();
  beforeAll(() => product.start());
  afterAll(() => product.remove());

  it('comes back by itself after it was killed, and people who answer meanwhile lose nothing', async () => {
    const kill = () => killPostmaster(product.clusterFolder);
    expect(await surviveOutages(product, { times: 2, outage: kill })).toMatchObject(nothingLost);
  });
});

describe('a database that an operator restarts', () => {
  const database = new OwnPostgres();
  let product: Product | undefined;
  beforeAll(async () => {
    await database.start();
    product = new Product(database.url);
    await product.start();
  });
  afterAll(async () => {
    await product?.remove();
    await database.remove();
  });

  it('is waited for, in order or not, and people who answer meanwhile lose nothing', async () => {
    if (!product) throw new Error('The product is missing');
    const restart = (n: number) => database.restart(n % 2 === 0 ? 'fast' : 'immediate');
    expect(await surviveOutages(product, { times: 4, outage: restart })).toMatchObject(nothingLost);
  });
});
