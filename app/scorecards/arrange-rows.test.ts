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

  it('finds a department by a part of its name in any case', () => {
    expect(names('q=STORE')).toEqual(['Stores', 'Harbour store']);
  });

  it('narrows to a level and to a status', () => {
    expect(names('level=1')).toEqual(['Stores', 'Delivery']);
    expect(names('status=missed&metric=nps')).toEqual(['Stores']);
  });

  it('ignores an address that makes no sense', () => {
    expect(names('sort=-password&level=x&status=constructor&view=<script>')).toHaveLength(4);
  });
});

describe('placesOf', () => {
  it('lets departments share a place that cannot be told apart', () => {
    const ranked = [row('A', 1, 50), row('B', 1, 45), row('C', 1, 20), row('D', 1, null)];
    expect(placesOf(ranked, 'nps', false)).toEqual([1, 1, 3, null]);
  });

  it('turns round where less is better', () => {
    expect(placesOf([row('A', 1, 50), row('C', 1, 20)], 'nps', true)).toEqual([2, 1]);
  });
});
