import { DateTime } from 'luxon';
import type { LocalDateTime } from '../../../universal/feedback/date-format';

export type OccurredAt = { at: number } | { problem: 'date-in-future' | 'date-too-early' };

/**
 * Turns dates of the file into moments. A date without a time becomes noon of that day in the organisation's zone: the
 * furthest point from both ends of the day, so the day stays that day. The zone's offsets are looked up once per day.
 */
export function occurredAtReader(timeZone: string, now: Date): (date: LocalDateTime) => OccurredAt {
  const today = DateTime.fromJSDate(now, { zone: timeZone });
  const tomorrow = dayNumber(today.year, today.month, today.day) + 1;
  const days = new Map<number, { noon: number; steady: boolean }>();

  const dayOf = (date: LocalDateTime) => {
    const number = dayNumber(date.year, date.month, date.day);
    let known = days.get(number);
    if (!known) {
      const start = DateTime.fromObject(
        { year: date.year, month: date.month, day: date.day },
        { zone: timeZone },
      );
      const noon = start.set({ hour: 12 });
      known = { noon: noon.toMillis(), steady: start.offset === start.endOf('day').offset };
      days.set(number, known);
    }
    return known;
  };

  return (date) => {
    const number = dayNumber(date.year, date.month, date.day);
    if (date.year < 2000) return { problem: 'date-too-early' };
    if (number >= tomorrow) return { problem: 'date-in-future' };
    if (!date.time) return { at: dayOf(date).noon };
    const { hour, minute, second } = date.time;
    const sinceNoon = ((hour - 12) * 3600 + minute * 60 + second) * 1000;
    if (date.offset !== undefined) {
      return {
        at:
          Date.UTC(date.year, date.month - 1, date.day, hour, minute, second) -
          date.offset * 60_000,
      };
    }
    const day = dayOf(date);
    if (day.steady) return { at: day.noon + sinceNoon };
    const { year, month, day: dayOfMonth } = date;
    const moment = DateTime.fromObject(
      { year, month, day: dayOfMonth, hour, minute, second },
      { zone: timeZone },
    );
    return { at: moment.toMillis() };
  };
}

function dayNumber(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}
