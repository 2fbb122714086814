import { describe, expect, it } from 'vitest';

import { countJudged, judgeShown } from './judge-shown';
import type { ScoreChange } from './scorecard';

const change = (pValue: number | null): ScoreChange => ({
  difference: 4,
  low: 0.1,
  high: 7.9,
  isImprovement: true,
  pValue,
  confidence: 95,
  isSignificant: true,
});
const row = (...pValues: (number | null)[]) => ({
  lines: pValues.map((pValue) => ({ change: change(pValue) })),
});

describe('the changes of a page', () => {
  const tables = [
    row(0.001, 0.04, null),
    row(0.03, 0.6),
    row(0.2, 0.9),
    { lines: [{ change: null }] },
  ];

  it('are judged together, whatever table they stand in', () => {
    const judged = tables.flatMap(({ lines }) => lines.map(judgeShown(tables)));
    expect(judged.map((line) => line.change?.isSignificant)).toEqual([
      true,
      false,
      true,
      false,
      false,
      false,
      false,
      undefined,
    ]);
    expect(judged[0]?.change?.confidence).toBe(99);
    expect(judged[1]?.change?.confidence).toBe(90);
  });

  it('count only what is an estimate and has something to compare with', () => {
    expect(countJudged(tables)).toBe(6);
  });

  it('keep their interval, which is that of the change by itself', () => {
    const line = tables[0]!.lines[1]!;
    expect(judgeShown(tables)(line).change).toMatchObject({ low: 0.1, high: 7.9 });
  });
});
