import { DateTime } from 'luxon';

/** How long someone has been with the organisation, coarse enough to single nobody out. */
export const tenureBands = ['under_1', '1_to_3', '3_to_10', 'over_10'] as const;
export type TenureBand = (typeof tenureBands)[number];

/** The band on a day; both days are written YYYY-MM-DD. */
export function tenureBandOn(day: string, hiredOn: string): TenureBand {
  const years = DateTime.fromISO(day, { zone: 'utc' }).diff(
    DateTime.fromISO(hiredOn, { zone: 'utc' }),
    'years',
  ).years;
  if (years < 1) return 'under_1';
  if (years < 3) return '1_to_3';
  return years < 10 ? '3_to_10' : 'over_10';
}
