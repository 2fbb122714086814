import {
  customPeriod,
  monthPeriod,
  type Period,
  periodBefore,
  type PeriodKind,
} from '../../universal/period';

export const TREND_POINTS = 12;

/** The kind of period a trend is drawn in: the period's own, months for freely chosen days. */
export function trendKind(kind: PeriodKind): Exclude<PeriodKind, 'custom'> {
  return kind === 'custom' ? 'month' : kind;
}

/** The last twelve periods of the kind up to the given one, oldest first. Free days: the months up to their last day. */
export function trendPeriods(period: Period): Period[] {
  const last =
    period.kind === 'custom'
      ? monthPeriod(Number(period.endOn.slice(0, 4)), Number(period.endOn.slice(5, 7)))
      : period;
  const periods = [last];
  while (periods.length < TREND_POINTS) periods.push(periodBefore(periods.at(-1)!));
  return periods.reverse();
}

/** The days from the earliest to the latest of the given periods. */
export function spanOf(periods: readonly Period[]): { startOn: string; endOn: string } {
  const starts = periods.map((period) => period.startOn).sort();
  const ends = periods.map((period) => period.endOn).sort();
  return customPeriod(starts[0]!, ends.at(-1)!);
}
