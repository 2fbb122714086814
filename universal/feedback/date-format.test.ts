import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateOrder, DateTally, findDateOrder, parseDate, readableOrders } from './date-format';

const found = (values: string[]) => {
  const tally = new DateTally();
  for (const value of values) tally.add(value);
  return findDateOrder(tally.evidence);
};

describe('dates of a file', () => {
  it.each<[string, DateOrder, string | undefined]>([
    ['2026-03-12', 'ymd', '2026-3-12'],
    ['2026/3/2', 'ymd', '2026-3-2'],
    ['20260312', 'ymd', '2026-3-12'],
    ['2026年3月12日', 'ymd', '2026-3-12'],
    ['2024-02-29', 'ymd', '2024-2-29'],
    ['2026-02-29', 'ymd', undefined],
    ['31/03/2026', 'dmy', '2026-3-31'],
    ['31.03.2026', 'dmy', '2026-3-31'],
    ['31/03/2026', 'mdy', undefined],
    ['31/03/2026', 'ymd', undefined],
    ['03/31/2026', 'mdy', '2026-3-31'],
    ['5 Mar 2026', 'dmy', '2026-3-5'],
    ['March 5, 2026', 'mdy', '2026-3-5'],
    ['12/03/26', 'dmy', undefined],
    ['yesterday', 'dmy', undefined],
    ['', 'ymd', undefined],
  ])('%s read as %s is %s', (value, order, expected) => {
    const date = parseDate(value, order);
    expect(date && `${date.year}-${date.month}-${date.day}`).toBe(expected);
  });

  it.each([
    ['2026-03-12T09:05:07Z', { hour: 9, minute: 5, second: 7 }, 0],
    ['2026-03-12 09:05', { hour: 9, minute: 5, second: 0 }, undefined],
    ['2026-03-12T09:05:07.123+08:00', { hour: 9, minute: 5, second: 7 }, 480],
    ['2026-03-12 12:05 am', { hour: 0, minute: 5, second: 0 }, undefined],
    ['2026-03-12 1:05 PM', { hour: 13, minute: 5, second: 0 }, undefined],
  ])('%s has its time', (value, time, offset) => {
    expect(parseDate(value, 'ymd')).toMatchObject({
      time,
      ...(offset === undefined ? {} : { offset }),
    });
  });

  it('refuses impossible times', () => {
    expect(parseDate('2026-03-12 25:00', 'ymd')).toBeUndefined();
    expect(parseDate('2026-03-12 13:00 pm', 'ymd')).toBeUndefined();
  });

  it('reads every day back in each order', () => {
    const day = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2030-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const [year, month, dayOfMonth] = [
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ];
        const expected = { year, month, day: dayOfMonth };
        expect(parseDate(`${year}-${month}-${dayOfMonth}`, 'ymd')).toEqual(expected);
        expect(parseDate(`${dayOfMonth}/${month}/${year}`, 'dmy')).toEqual(expected);
        expect(parseDate(`${month}/${dayOfMonth}/${year}`, 'mdy')).toEqual(expected);
      }),
    );
  });

  it('knows which orders a value allows', () => {
    expect(readableOrders('03/04/2026')).toEqual(['dmy', 'mdy']);
    expect(readableOrders('13/04/2026')).toEqual(['dmy']);
    expect(readableOrders('2026-04-13')).toEqual(['ymd']);
    expect(readableOrders('soon')).toEqual([]);
  });

  it('asks where day and month cannot be told apart', () => {
    expect(found(['03/04/2026', '05/06/2026'])).toEqual({
      kind: 'ask',
      candidates: ['dmy', 'mdy'],
    });
  });

  it('lets one certain date settle the doubtful ones', () => {
    expect(found(['03/04/2026', '05/06/2026', '25/06/2026'])).toEqual({
      kind: 'found',
      order: 'dmy',
      others: 0,
    });
  });

  it('takes the format of the majority and counts the others', () => {
    expect(found(['2026-03-04', '2026-03-05', '13/04/2026'])).toEqual({
      kind: 'found',
      order: 'ymd',
      others: 1,
    });
  });

  it('asks where day-first and month-first dates are mixed', () => {
    expect(found(['13/04/2026', '04/13/2026', '05/13/2026'])).toEqual({
      kind: 'ask',
      candidates: ['dmy', 'mdy'],
    });
  });

  it('says when a column holds no dates', () => {
    expect(found(['a', 'b'])).toEqual({ kind: 'none' });
  });
});
