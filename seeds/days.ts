import { DateTime } from 'luxon';

/** The calendar day (YYYY-MM-DD) in that zone. */
export function dayOf(time: Date, timeZone: string): string {
  return DateTime.fromJSDate(time, { zone: timeZone }).toISODate() as string;
}

/** The day so many days later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toISODate() as string;
}
