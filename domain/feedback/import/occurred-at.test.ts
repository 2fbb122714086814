import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../universal/intake/date-format';
import { occurredAtReader } from './occurred-at';

const now = new Date('2026-11-16T09:00:00Z');

function momentOf(value: string, zone: string): string {
  const read = occurredAtReader(zone, now)(parseDate(value, 'ymd')!);
  return 'at' in read ? new Date(read.at).toISOString() : read.problem;
}

describe('the moment of a date in a file', () => {
  it.each([
    ['2026-01-15', 'Europe/London', '2026-01-15T12:00:00.000Z'],
    ['2026-07-15', 'Europe/London', '2026-07-15T11:00:00.000Z'],
    ['2026-03-29', 'Europe/London', '2026-03-29T11:00:00.000Z'],
    ['2026-10-25', 'Europe/London', '2026-10-25T12:00:00.000Z'],
    ['2026-07-15', 'Asia/Shanghai', '2026-07-15T04:00:00.000Z'],
    ['2026-07-15', 'Pacific/Auckland', '2026-07-15T00:00:00.000Z'],
    ['2026-03-29 00:30', 'Europe/London', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29 15:30', 'Europe/London', '2026-03-29T14:30:00.000Z'],
    ['2026-10-25 00:30', 'Europe/London', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25 15:30', 'Europe/London', '2026-10-25T15:30:00.000Z'],
    ['2026-07-15T10:00:00+02:00', 'Europe/London', '2026-07-15T08:00:00.000Z'],
    ['2026-11-16', 'Europe/London', '2026-11-16T12:00:00.000Z'],
    ['2026-11-17', 'Europe/London', 'date-in-future'],
    ['2000-01-01', 'Europe/London', '2000-01-01T12:00:00.000Z'],
    ['1999-12-31', 'Europe/London', 'date-too-early'],
  ])('%s in %s is %s', (value, zone, expected) => {
    expect(momentOf(value, zone)).toBe(expected);
  });

  it.each([
    'Europe/London',
    'America/New_York',
    'Asia/Shanghai',
    'Pacific/Auckland',
    'America/Santiago',
  ])('keeps every day of two years the day that it is in %s', (zone) => {
    for (
      let day = DateTime.utc(2024, 11, 1);
      day < DateTime.utc(2026, 11, 1);
      day = day.plus({ days: 1 })
    ) {
      const value = day.toFormat('yyyy-MM-dd');
      expect(DateTime.fromISO(momentOf(value, zone), { zone }).toFormat('yyyy-MM-dd HH:mm')).toBe(
        `${value} 12:00`,
      );
      const late = DateTime.fromISO(momentOf(`${value} 23:15`, zone), { zone });
      expect(late.toFormat('yyyy-MM-dd HH:mm')).toBe(`${value} 23:15`);
    }
  });
});
