import { describe, expect, it } from 'vitest';
import { createRowCache } from './row-cache';

function counting() {
  let asked = 0;
  return { ask: () => Promise.resolve([{ n: ++asked }]), times: () => asked };
}

describe('remembered rows', () => {
  it('are asked for once by all who ask at the same time', async () => {
    const cache = createRowCache({ max: 10, seconds: 5 });
    const source = counting();
    const answers = await Promise.all([1, 2, 3].map(() => cache.rowsOf({ q: 1 }, source.ask)));
    expect(answers).toEqual([[{ n: 1 }], [{ n: 1 }], [{ n: 1 }]]);
    expect(source.times()).toBe(1);
  });

  it('are asked for again once facts have changed', async () => {
    const cache = createRowCache({ max: 10, seconds: 5 });
    const source = counting();
    await cache.rowsOf({ q: 1 }, source.ask);
    cache.forget();
    expect(await cache.rowsOf({ q: 1 }, source.ask)).toEqual([{ n: 2 }]);
  });

  it('never hold a failure', async () => {
    const cache = createRowCache({ max: 10, seconds: 5 });
    await expect(cache.rowsOf(1, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await cache.rowsOf(1, counting().ask)).toEqual([{ n: 1 }]);
  });

  it('of one viewer are not given to another', async () => {
    const cache = createRowCache({ max: 10, seconds: 5 });
    const source = counting();
    await cache.rowsOf([{ q: 1 }, { departmentIds: ['a'] }], source.ask);
    expect(await cache.rowsOf([{ q: 1 }, { departmentIds: ['b'] }], source.ask)).toEqual([
      { n: 2 },
    ]);
  });
});
