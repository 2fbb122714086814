import { DateTime, IANAZone } from 'luxon';
import type { LocalDateTime } from '../../../universal/intake/date-format';

export type OccurredAt = { at: number } | { problem: 'date-in-future' | 'date-too-early' };

/**
 * Turns dates of the file into moments. A date without a time becomes noon of that day in the organisation's zone: the
 * furthest point from both ends of the day, so the day stays that day. The zone's offsets are looked up once per day.
 */
export function occurredAtReader(timeZone: string, now: Date): (date: LocalDateTime) => OccurredAt {
  const today = DateTime.fromJSDate(now, { zone: timeZone });
  const tomorrow = dayNumber(today.year, today.month, today.day) + 1;
  const zone = IANAZone.create(timeZone);
  const noons = new Map<number, number>();
  const steadyDays = new Map<number, boolean>();

  // The zone's own offsets: building a whole date for each of many days costs more than reading the rows.
  const noonOf = (number: number): number => {
    let noon = noons.get(number);
    if (noon === undefined) {
      const onUtc = number * dayMs + dayMs / 2;
      const near = onUtc - zone.offset(onUtc) * 60_000;
      noons.set(number, (noon = onUtc - zone.offset(near) * 60_000));
    }
    return noon;
  };
  const isSteady = (number: number): boolean => {
    let steady = steadyDays.get(number);
    if (steady === undefined) {
      const noon = noonOf(number);
      // An hour more on both sides: a changed clock moves the ends of the day as well.
      steady =
        zone.offset(noon - dayMs / 2 - 3_600_000) === zone.offset(noon + dayMs / 2 + 3_600_000);
      steadyDays.set(number, steady);
    }
    return steady;
  };

  return (date) => {
    const number = dayNumber(date.year, date.month, date.day);
    if (date.year < 2000) return { problem: 'date-too-early' };
    if (number >= tomorrow) return { problem: 'date-in-future' };
    if (!date.time) return { at: noonOf(number) };
    const { hour, minute, second } = date.time;
    const sinceNoon = ((hour - 12) * 3600 + minute * 60 + second) * 1000;
    if (date.offset !== undefined) {
      return {
        at:
          Date.UTC(date.year, date.month - 1, date.day, hour, minute, second) -
          date.offset * 60_000,
      };
    }
    if (isSteady(number)) return { at: noonOf(number) + sinceNoon };
    const { year, month, day: dayOfMonth } = date;
    const moment = DateTime.fromObject(
      { year, month, day: dayOfMonth, hour, minute, second },
      { zone: timeZone },
    );
    return { at: moment.toMillis() };
  };
}

const dayMs = 86_400_000;

function dayNumber(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / dayMs);
}
