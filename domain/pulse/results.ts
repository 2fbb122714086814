import type { SemanticRow } from '../../platform/semantic';
import { type Bound, countBound, netBound, sumBound } from './ends';
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
  /** Near an end of the scale the value is a bound: a group of which everybody said the same looks like its neighbours. */
  bound: Bound;
  interval: Interval | null;
  favourablePercent: number | null;
  favourableBound: Bound;
  /** Against the round before. */
  change: number | null;
  isChangeBeyondNoise: boolean;
}

interface ReleasedCell {
  key: string;
  kind: 'nps' | 'agreement';
  n: number;
  estimate: Estimate;
  bound: Bound;
  favourablePercent: number | null;
  favourableBound: Bound;
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
  const favourable = number('favourable');
  return {
    key,
    kind,
    n,
    estimate,
    bound:
      kind === 'nps' ? netBound(n, sums.promoters - sums.detractors) : sumBound(n, sums.scoreSum),
    favourablePercent: number('favourable_percent'),
    favourableBound: favourable === null ? null : countBound(n, favourable),
  };
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
    bound: commonBound(parts.map(({ bound }) => bound)),
    favourablePercent: null,
    favourableBound: null,
  };
}

/** A mean of numbers that are at least what they are is so too. Where some are at least and some at most, it is about right. */
function commonBound(bounds: readonly Bound[]): Bound {
  const [first, ...others] = new Set(bounds.filter((bound) => bound !== null));
  return others.length > 0 ? null : (first ?? null);
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
      bound: null,
      interval: null,
      favourablePercent: null,
      favourableBound: null,
      change: null,
      isChangeBeyondNoise: false,
    };
  }
  // Of a bound nobody can say by how much it has changed.
  const known = before && before.bound === null && cell.bound === null ? before : undefined;
  return {
    key,
    n: cell.n,
    value: cell.estimate.value,
    bound: cell.bound,
    interval: openTo(cell.bound, scaleOf(cell), intervalOf(cell.estimate, scaleOf(cell))),
    favourablePercent: cell.favourablePercent,
    favourableBound: cell.favourableBound,
    change: known ? cell.estimate.value - known.estimate.value : null,
    isChangeBeyondNoise: known !== undefined && isBeyondNoise(cell.estimate, known.estimate),
  };
}

const scaleOf = ({ kind }: ReleasedCell) => (kind === 'nps' ? enpsScale : scoreScale);

/** The interval of a bound reaches to the end of the scale. */
function openTo(bound: Bound, scale: { min: number; max: number }, interval: Interval): Interval {
  if (bound === 'at_least') return { low: interval.low, high: scale.max };
  return bound === 'at_most' ? { low: scale.min, high: interval.high } : interval;
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
