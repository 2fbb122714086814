import type { SemanticRow } from '../../platform/semantic';
import {
  enpsEstimate,
  type Estimate,
  type Interval,
  intervalOf,
  isBeyondNoise,
  meanEstimate,
  scoreEstimate,
} from './interval';

/** One released number. All of it is null where a cell is empty or withheld: the two look the same. */
export interface PulseFigure {
  /** `enps`, `engagement`, or the key of a statement. */
  key: string;
  n: number | null;
  /** eNPS in points from −100 to 100, everything else from 0 to 100. */
  value: number | null;
  interval: Interval | null;
  favourablePercent: number | null;
  /** Against the round before. */
  change: number | null;
  isChangeBeyondNoise: boolean;
}

interface ReleasedCell {
  key: string;
  kind: 'nps' | 'agreement';
  n: number;
  estimate: Estimate;
  favourablePercent: number | null;
}

export const enpsScale = { min: -100, max: 100 };
export const scoreScale = { min: 0, max: 100 };

/** Released cells of one table, by question; withheld ones are absent. Cube may give numbers as texts. */
export function readCells(rows: readonly SemanticRow[], view: string): Map<string, ReleasedCell> {
  const cells = new Map<string, ReleasedCell>();
  for (const row of rows) {
    const cell = readCell(row, view);
    if (cell) cells.set(cell.key, cell);
  }
  return cells;
}

function readCell(row: SemanticRow, view: string): ReleasedCell | undefined {
  const number = (member: string): number | null => {
    const value = row[`${view}.${member}`];
    return value === null || value === undefined ? null : Number(value);
  };
  const key = String(row[`${view}.question_key`]);
  const kind = row[`${view}.question_kind`] === 'nps' ? 'nps' : 'agreement';
  const n = number('n');
  const value = number(kind === 'nps' ? 'enps' : 'driver_score');
  if (n === null || n === 0 || value === null) return undefined;
  const sums = {
    n,
    promoters: number('promoters') ?? 0,
    detractors: number('detractors') ?? 0,
    scoreSum: number('score_sum') ?? 0,
    scoreSquareSum: number('score_square_sum') ?? 0,
  };
  const estimate = kind === 'nps' ? enpsEstimate(value, sums) : scoreEstimate(value, sums);
  return { key, kind, n, estimate, favourablePercent: number('favourable_percent') };
}

/** The engagement index of a table: each statement weighs the same. Absent unless every statement is there. */
export function engagementOf(
  cells: ReadonlyMap<string, ReleasedCell>,
  driverKeys: readonly string[],
): ReleasedCell | undefined {
  const parts = driverKeys.map((key) => cells.get(key)).filter((cell) => cell !== undefined);
  if (parts.length === 0 || parts.length < driverKeys.length) return undefined;
  const value = parts.reduce((sum, part) => sum + part.estimate.value, 0) / parts.length;
  return {
    key: 'engagement',
    kind: 'agreement',
    n: Math.max(...parts.map(({ n }) => n)),
    estimate: meanEstimate(
      value,
      parts.map(({ estimate }) => estimate),
    ),
    favourablePercent: null,
  };
}

/** What a reader is shown of a cell, next to the same cell of the round before. */
export function figureOf(
  key: string,
  cell: ReleasedCell | undefined,
  before: ReleasedCell | undefined,
): PulseFigure {
  if (!cell) {
    return {
      key,
      n: null,
      value: null,
      interval: null,
      favourablePercent: null,
      change: null,
      isChangeBeyondNoise: false,
    };
  }
  return {
    key,
    n: cell.n,
    value: cell.estimate.value,
    interval: intervalOf(cell.estimate, cell.kind === 'nps' ? enpsScale : scoreScale),
    favourablePercent: cell.favourablePercent,
    change: before ? cell.estimate.value - before.estimate.value : null,
    isChangeBeyondNoise: before !== undefined && isBeyondNoise(cell.estimate, before.estimate),
  };
}

/** All figures of one table: eNPS, engagement, then each statement in the order of the survey. */
export function figuresOf(
  cells: ReadonlyMap<string, ReleasedCell>,
  before: ReadonlyMap<string, ReleasedCell>,
  { enpsKey, driverKeys }: { enpsKey: string | undefined; driverKeys: readonly string[] },
): { enps: PulseFigure; engagement: PulseFigure; drivers: PulseFigure[] } {
  const of = (key: string) => figureOf(key, cells.get(key), before.get(key));
  return {
    enps: { ...of(enpsKey ?? 'enps'), key: 'enps' },
    engagement: figureOf(
      'engagement',
      engagementOf(cells, driverKeys),
      engagementOf(before, driverKeys),
    ),
    drivers: driverKeys.map(of),
  };
}
