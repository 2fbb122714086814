import { isRunning, lastWholeQuarter, type Period, recentPeriods } from '../../universal/period';
import type { Measurement } from './measurement';

/** How far back one looks for answers: as far as a trend reaches. */
const QUARTERS_BACK = 12;

/** A running quarter is opened once it has this share of the answers of the quarter before. */
const ENOUGH_OF_BEFORE = 1 / 4;

/** The quarters among which scorecards look for the one to open with, newest first. */
export function quartersToOpen(today: string): Period[] {
  return recentPeriods('quarter', today, QUARTERS_BACK);
}

/**
 * The quarter that scorecards open with: the newest in which one of the estimates has a value. A running quarter must
 * also have a quarter of the answers of the one before, because the first days of a large organisation have a value at
 * the top and too few answers everywhere below. Without any value: the last whole quarter.
 */
export function openingPeriod(
  today: string,
  estimatesOf: (quarter: Period) => readonly Pick<Measurement, 'value' | 'n'>[],
): Period {
  const quarters = quartersToOpen(today);
  const found = quarters.find((quarter, at) => {
    const before = quarters[at + 1];
    const earlier = before ? estimatesOf(before) : [];
    return estimatesOf(quarter).some(
      ({ value, n }, which) =>
        value !== null &&
        (!isRunning(quarter, today) || n >= ENOUGH_OF_BEFORE * (earlier[which]?.n ?? 0)),
    );
  });
  return found ?? lastWholeQuarter(today);
}
