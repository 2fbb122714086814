import type { GridChoice } from './grid-choice';
import { lineOf, type GridRow } from './scorecard';

/** The rows that fit the choice, in its order. What has no value stands last whichever way the rest is turned. */
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
  const valueOf = (row: Row) => lineOf(row, sortBy)?.current.value ?? null;
  return kept.sort((a, b) => {
    const [first, second] = [valueOf(a), valueOf(b)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return turn * (first - second);
  });
}

/**
 * The place of each row: one more than the rows whose whole interval is better. Those that cannot be told apart
 * share one. Null without an interval.
 */
export function placesOf(
  rows: readonly GridRow[],
  metricKey: string,
  lowerIsBetter: boolean,
): (number | null)[] {
  const intervals = rows.map((row) => lineOf(row, metricKey)?.current);
  return intervals.map((own) => {
    if (!own || own.low === null || own.high === null) return null;
    const { low, high } = own;
    const better = intervals.filter((other) =>
      lowerIsBetter
        ? other?.high != null && other.high < low
        : other?.low != null && other.low > high,
    );
    return better.length + 1;
  });
}
