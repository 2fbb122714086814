import { describe, expect, it } from 'vitest';

import { formatMetric } from './metric-format';
import { toPageRow } from './page-grid';

describe('a row as a page carries it', () => {
  it('is written as the number that it was rounded from', () => {
    const value = 77.949_96;
    const score = { value, n: 40, people: 40, isTooFew: false, low: value, high: value };
    const row = {
      departmentId: 'd',
      name: 'Stores',
      level: 1,
      parentId: null,
      parentName: null,
      lines: [
        {
          metricKey: 'csat',
          current: score,
          change: null,
          target: 78,
          status: 'MISSED' as const,
          trend: [{ period: '2026-Q3', target: 78, isPartial: false, ...score }],
        },
      ],
    };
    const [line] = toPageRow(row, [{ key: 'csat', unit: 'PERCENT' }], true).lines;
    const written = [line?.current.value, line?.current.low, line?.spark[0]?.[0]].map((number) =>
      formatMetric('en', 'PERCENT', number!),
    );
    expect(written).toEqual(['77.9%', '77.9%', '77.9%']);
  });
});
