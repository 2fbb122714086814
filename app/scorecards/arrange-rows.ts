import { decimalsOf } from '../../universal/analytics/metric-decimals';
import { roundTo } from '../../universal/round';
import type { GridChoice } from './grid-choice';
import { lineOf, type GridMetric, type GridRow } from './scorecard';

/**
 * The rows that fit the choice, in its order. Estimates go by the end of their interval that is sure: the largest first
 * by the low one, the smallest first by the high one, so that few answers stand first in neither. What has no value
 * stands last whichever way the rest is turned.
 */
export function arrangeRows<Row extends GridRow>(
  rows: readonly Row[],
  choice: GridChoice,
  compareNames: (a: string, b: string) => number,
): Row[] {
  const words = choice.words.toLocaleLowerCase();
  const kept = rows.filter(
    (row) =>
      row.name.toLocaleLowerCase().includes(words) &&
      (choice.level === null || row.level === choice.level) &&
      (choice.status === null ||
        row.lines.some(
          ({ metricKey, status }) =>
            status === choice.status &&
            (choice.metricKey === null || metricKey === choice.metricKey),
        )),
  );
  const { sortBy } = choice;
  if (sortBy === null) return kept;
  const turn = choice.isDescending ? -1 : 1;
  if (sortBy === 'name') return kept.sort((a, b) => turn * compareNames(a.name, b.name));
  const endOf = (row: Row) => {
    const current = lineOf(row, sortBy)?.current;
    if (current?.value == null) return null;
    return (choice.isDescending ? current.low : current.high) ?? current.value;
  };
  return kept.sort((a, b) => {
    const [first, second] = [endOf(a), endOf(b)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return turn * (first - second);
  });
}

/** The places that a row may have, 1 being the best; both the same where it is certain. */
export interface Places {
  best: number;
  worst: number;
}

/**
 * The places of each row among those with an interval: behind the rows whose whole interval is better, before those
 * whose whole interval is worse, as they are written. Null without an interval.
 */
export function placesOf(
  rows: readonly GridRow[],
  { key, unit, direction }: Pick<GridMetric, 'key' | 'unit' | 'direction'>,
): (Places | null)[] {
  const written = (value: number) => roundTo(value, decimalsOf(unit));
  const ranges = rows.map((row) => {
    const { low = null, high = null } = lineOf(row, key)?.current ?? {};
    return low === null || high === null ? null : { low: written(low), high: written(high) };
  });
  const known = ranges.filter((range) => range !== null);
  return ranges.map((own) => {
    if (!own) return null;
    const above = known.filter(({ low }) => low > own.high).length;
    const below = known.filter(({ high }) => high < own.low).length;
    const [better, worse] = direction === 'HIGHER' ? [above, below] : [below, above];
    return { best: 1 + better, worst: known.length - worse };
  });
}
