import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { arrangeRows, placesOf } from './arrange-rows';
import { readGridChoice } from './grid-choice';
import type { GridRow, TargetStatus } from './scorecard';

const row = (
  name: string,
  level: number,
  nps: number | null,
  status: TargetStatus = 'MET',
  half = 5,
): GridRow => ({
  departmentId: name,
  name,
  level,
  parentId: null,
  parentName: null,
  lines: [
    {
      metricKey: 'nps',
      current: {
        value: nps,
        n: 50,
        people: 50,
        isTooFew: nps === null,
        low: nps === null ? null : nps - half,
        high: nps === null ? null : nps + half,
      },
      change: null,
      target: null,
      status,
      trend: [],
    },
  ],
});

const rows = [
  row('Aster Home', 0, 30),
  row('Stores', 1, 40, 'MISSED'),
  row('Harbour store', 2, null, 'UNKNOWN'),
  row('Delivery', 1, -10),
];
const names = (search: string) =>
  arrangeRows(rows, readGridChoice(new URLSearchParams(search), ['nps']), (a, b) =>
    a.localeCompare(b),
  ).map(({ name }) => name);

describe('arrangeRows', () => {
  it('keeps the order of the organisation unless asked otherwise', () => {
    expect(names('')).toEqual(['Aster Home', 'Stores', 'Harbour store', 'Delivery']);
  });

  it('sorts by a metric, what has no value last both ways', () => {
    expect(names('sort=nps')).toEqual(['Delivery', 'Aster Home', 'Stores', 'Harbour store']);
    expect(names('sort=-nps')).toEqual(['Stores', 'Aster Home', 'Delivery', 'Harbour store']);
  });

  it('puts no department first of which little is known, neither best nor worst', () => {
    const known = [
      row('Few', 1, 62.8, 'UNDECIDED', 37.2),
      row('Sure', 1, 60, 'MET', 3),
      row('Low', 1, 40, 'MISSED', 3),
    ];
    const sorted = (search: string) =>
      arrangeRows(known, readGridChoice(new URLSearchParams(search), ['nps']), () => 0).map(
        ({ name }) => name,
      );
    expect(sorted('sort=-nps')).toEqual(['Sure', 'Low', 'Few']);
    expect(sorted('sort=nps')).toEqual(['Low', 'Sure', 'Few']);
  });

  it('finds a department by a part of its name in any case', () => {
    expect(names('q=STORE')).toEqual(['Stores', 'Harbour store']);
  });

  it('narrows to a level and to a status', () => {
    expect(names('level=1')).toEqual(['Stores', 'Delivery']);
    expect(names('status=missed&metric=nps')).toEqual(['Stores']);
    expect(names('status=undecided')).toEqual([]);
  });

  it('ignores an address that makes no sense', () => {
    expect(names('sort=-password&level=x&status=constructor&view=<script>')).toHaveLength(4);
  });
});

const metric = { key: 'nps', unit: 'POINTS', direction: 'HIGHER' } as const;
const places = (ranked: readonly GridRow[], direction: 'HIGHER' | 'LOWER' = 'HIGHER') =>
  placesOf(ranked, { ...metric, direction }).map((range) => range && [range.best, range.worst]);

describe('placesOf', () => {
  it('gives departments that cannot be told apart the same range of places', () => {
    const ranked = [row('A', 1, 50), row('B', 1, 45), row('C', 1, 20), row('D', 1, null)];
    expect(places(ranked)).toEqual([[1, 2], [1, 2], [3, 3], null]);
  });

  it('turns round where less is better', () => {
    expect(places([row('A', 1, 50), row('C', 1, 20)], 'LOWER')).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });

  it('leaves one of whom little is known anywhere from first to last', () => {
    const unsure = row('Few', 1, 62.8, 'UNDECIDED', 37.2);
    expect(places([row('A', 1, 70), row('B', 1, 50), unsure])).toEqual([
      [1, 2],
      [2, 3],
      [1, 3],
    ]);
  });

  it('compares intervals as they are written', () => {
    expect(places([row('A', 1, 50.04), row('B', 1, 40)])).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it('never sets the place of a row outside of what any true values could give', () => {
    const row3 = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(
        fc.array(row3, { minLength: 1, maxLength: 8 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
        (drawn, shares) => {
          const ranked = drawn.map(([value, half], at) => row(String(at), 1, value, 'MET', half));
          const truths = drawn.map(([value, half], at) => value - half + 2 * half * shares[at]!);
          const ranges = placesOf(ranked, metric);
          for (const [at, truth] of truths.entries()) {
            const place = 1 + truths.filter((other) => other > truth + 0.1).length;
            const last = truths.filter((other) => other >= truth - 0.1).length;
            expect(ranges[at]!.best).toBeLessThanOrEqual(last);
            expect(ranges[at]!.worst).toBeGreaterThanOrEqual(place);
          }
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });
});
