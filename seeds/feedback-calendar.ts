import { DateTime } from 'luxon';
import type { SeedRandom } from './seed-random';

const DAYS = 730;
const OPENS_AT = 8;
const OPEN_MINUTES = 13 * 60;

interface CalendarDay {
  day: string;
  /** When the shops open, in milliseconds. */
  opensAt: number;
  weekday: number;
  /** How busy the time of the year is; 1 is usual. */
  season: number;
  /** 0 outside, 1 in the middle of the weeks before Christmas. */
  peak: number;
  daysAgo: number;
}

/** The two years that feedback is drawn over, ending now, with the rhythm of the year and the week. */
export class FeedbackCalendar {
  readonly days: readonly CalendarDay[];

  constructor(
    private readonly now: Date,
    timeZone: string,
  ) {
    const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
    this.days = Array.from({ length: DAYS }, (_, index) => {
      const date = today.minus({ days: DAYS - 1 - index });
      return {
        day: date.toISODate() as string,
        opensAt: date.set({ hour: OPENS_AT }).toMillis(),
        weekday: date.weekday,
        season: seasonOf(date),
        peak: peakOf(date),
        daysAgo: DAYS - 1 - index,
      };
    });
  }

  /** Draws moments with that week's rhythm; business has grown by a quarter over the two years. */
  moments(weekdays: readonly number[]): (random: SeedRandom) => { at: Date; day: CalendarDay } {
    const cumulative: number[] = [];
    let total = 0;
    for (const day of this.days) {
      const growth = 1 + 0.25 * (1 - day.daysAgo / DAYS);
      total += day.season * (weekdays[day.weekday - 1] ?? 1) * growth;
      cumulative.push(total);
    }
    return (random) => {
      for (;;) {
        const day = this.days[firstAbove(cumulative, random.float() * total)] as CalendarDay;
        // Two draws averaged: the middle of the day is busier than its ends.
        const minute = ((random.float() + random.float()) / 2) * OPEN_MINUTES;
        const at = new Date(day.opensAt + Math.floor(minute * 60_000));
        if (at <= this.now) return { at, day };
      }
    };
  }
}

function firstAbove(cumulative: readonly number[], value: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function seasonOf(date: DateTime): number {
  const { month, day } = date;
  if (month === 12 && day === 25) return 0.1;
  if (month === 12 && day > 25) return 1.35;
  if (month === 1) return day < 15 ? 1.25 : 0.9;
  if (month === 11) return day > 19 ? 1.5 : 1.1;
  const byMonth = [0, 0.9, 0.8, 0.9, 1, 1.05, 0.95, 0.9, 0.85, 1, 1.05, 1.1, 1.3];
  return byMonth[month] ?? 1;
}

function peakOf(date: DateTime): number {
  const middle = DateTime.fromObject({ year: date.year, month: 12, day: 12 }, { zone: date.zone });
  return Math.max(0, 1 - Math.abs(date.diff(middle, 'days').days) / 26);
}
