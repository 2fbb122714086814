import { DateTime } from 'luxon';
import type { Context } from '../context';

/** The calendar day (YYYY-MM-DD) on which the organisation is now. */
export function todayOf({ clock, organisation }: Pick<Context, 'clock' | 'organisation'>): string {
  return DateTime.fromJSDate(clock.now(), { zone: organisation.timeZone }).toISODate() as string;
}
