import type { SemanticRow } from '../../platform/semantic';
import { type Interval, isBeyondNoise } from '../../universal/statistics/confidence';
import { differenceBetween } from '../../universal/statistics/difference';
import { adjustForMany } from '../../universal/statistics/false-discoveries';
import { finitePopulationInterval } from '../../universal/statistics/finite-population-interval';
import { meanInterval } from '../../universal/statistics/mean-interval';
import { npsSample, type Sample } from '../../universal/statistics/sample';
import { meanOfSamples, rescaledSample } from '../../universal/statistics/score-sample';
import { type Bound, countBound, netBound, sumBound } from './ends';

/** One released number. All of it is null where a cell is empty or withheld: the two look the same. */
export interface PulseFigure {
  /** `enps`, `engagement`, or the key of a statement. */
  key: string;
  n: number | null;
  /** eNPS in points from −100 to 100, everything else from 0 to 100. */
  value: number | null;
  /** Near an end of the scale the value is a bound: a group of which everybody said the same looks like its neighbours. */
  bound: Bound;
  /** 95 %, for everybody who was asked; null also where all of them answered, who are no sample. */
  interval: Interval | null;
  favourablePercent: number | null;
  favourableBound: Bound;
  /** Against the round before. */
  change: number | null;
  changeInterval: Interval | null;
  /** At 95 %, corrected for all figures of the same table. */
  isChangeBeyondNoise: boolean;
}

interface ReleasedCell {
  key: string;
  n: number;
  value: number;
  sample: Sample;
  /** The least by which two answers differ, on the scale of the sample. */
  step: number;
  bound: Bound;
  favourablePercent: number | null;
  favourableBound: Bound;
}

const agreementScale = { low: 1, high: 5 };
const agreementStep = 100 / (agreementScale.high - agreementScale.low);

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
  const isNps = row[`${view}.question_kind`] === 'nps';
  const n = number('n');
  const value = number(isNps ? 'enps' : 'driver_score');
  if (n === null || n === 0 || value === null) return undefined;
  const sums = { n, sum: number('score_sum') ?? 0, sumSquares: number('score_square_sum') ?? 0 };
  const counts = { n, promoters: number('promoters') ?? 0, detractors: number('detractors') ?? 0 };
  const favourable = number('favourable');
  return {
    key: String(row[`${view}.question_key`]),
    n,
    value,
    sample: isNps ? npsSample(counts) : rescaledSample(sums, agreementScale),
    step: isNps ? 100 : agreementStep,
    bound: isNps ? netBound(n, counts.promoters - counts.detractors) : sumBound(n, sums.sum),
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
  return {
    key: 'engagement',
    n: Math.max(...parts.map(({ n }) => n)),
    value: parts.reduce((sum, { value }) => sum + value, 0) / parts.length,
    sample: meanOfSamples(parts.map(({ sample }) => sample)),
    step: agreementStep / parts.length,
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

/** The interval for those who were asked: the more of them answered, the less is left to chance. */
function intervalOf({ sample, step }: ReleasedCell, asked: number | null): Interval | null {
  return asked === null
    ? meanInterval(sample)
    : finitePopulationInterval(sample, { size: asked, step });
}

type Judged = PulseFigure & { pValue: number | null };

/** What a reader is shown of a cell, next to the same cell of the round before. */
function figureOf(
  key: string,
  cell: ReleasedCell | undefined,
  before: ReleasedCell | undefined,
  asked: number | null,
): Judged {
  // Of a bound nobody can say by how much it has changed.
  const known = before && before.bound === null && cell?.bound === null ? before : undefined;
  // People would answer a little differently on another day, whoever was asked: a change is judged without counting them.
  const change = cell && known ? differenceBetween(cell.sample, known.sample) : null;
  return {
    key,
    n: cell?.n ?? null,
    value: cell?.value ?? null,
    bound: cell?.bound ?? null,
    interval: cell ? openTo(cell, intervalOf(cell, asked)) : null,
    favourablePercent: cell?.favourablePercent ?? null,
    favourableBound: cell?.favourableBound ?? null,
    change: cell && known ? cell.value - known.value : null,
    changeInterval: change?.interval ?? null,
    isChangeBeyondNoise: false,
    pValue: change?.pValue ?? null,
  };
}

/** The interval of a bound reaches to the end of the scale. */
function openTo(
  { bound, value, sample }: ReleasedCell,
  interval: Interval | null,
): Interval | null {
  const { low, high } = interval ?? { low: value, high: value };
  if (bound === 'at_least') return { low, high: sample.scale.high };
  return bound === 'at_most' ? { low: sample.scale.low, high } : interval;
}

/** Together, because the more one looks at, the more would seem beyond noise by chance. */
function judgeTogether(figures: readonly Judged[]): PulseFigure[] {
  const adjusted = adjustForMany(figures.flatMap(({ pValue }) => pValue ?? [])).values();
  return figures.map(({ pValue, ...figure }) => ({
    ...figure,
    isChangeBeyondNoise: pValue !== null && isBeyondNoise(adjusted.next().value ?? 1),
  }));
}

interface TableKeys {
  enpsKey: string | undefined;
  driverKeys: readonly string[];
}

/**
 * All figures of one table: eNPS, engagement, then each statement in the order of the survey. `asked` is how many could
 * have answered, where that is known.
 */
export function figuresOf(
  cells: ReadonlyMap<string, ReleasedCell>,
  before: ReadonlyMap<string, ReleasedCell>,
  { enpsKey = 'enps', driverKeys }: TableKeys,
  asked: number | null = null,
): { enps: PulseFigure; engagement: PulseFigure; drivers: PulseFigure[] } {
  const of = (key: string) => figureOf(key, cells.get(key), before.get(key), asked);
  const [now, then] = [engagementOf(cells, driverKeys), engagementOf(before, driverKeys)];
  const [enps, engagement, ...drivers] = judgeTogether([
    { ...of(enpsKey), key: 'enps' },
    figureOf('engagement', now, then, asked),
    ...driverKeys.map(of),
  ]);
  return { enps: enps!, engagement: engagement!, drivers };
}
