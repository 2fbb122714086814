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
    ['12/03/26', 'dmy', '2026-3-12'],
    ['26/03/12', 'ymd', '2026-3-12'],
    ['5 Marble 2026', 'dmy', '2026-3-5'],
    ['5 Constructor 2026', 'dmy', undefined],
    ['5 __proto__ 2026', 'dmy', undefined],
    ['2026-10-05 14:05 CST', 'ymd', undefined],
    ['2026-10-05 14:05 GMT+99', 'ymd', undefined],
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

  it.each<[tool: string, value: string, order: DateOrder, expected: string]>([
    ['Google Forms', '2026/10/05 2:05:11 PM GMT+1', 'ymd', '2026-10-5 14:5:11 60'],
    ['Google Forms in Chinese', '2026/10/05 2:05:11 下午 GMT+8', 'ymd', '2026-10-5 14:5:11 480'],
    ['Google Sheets', '10/5/2026 14:05:11', 'mdy', '2026-10-5 14:5:11 -'],
    ['Microsoft Forms', '10/5/26 14:05:11', 'mdy', '2026-10-5 14:5:11 -'],
    ['SurveyMonkey', '10/05/2026 02:05:11 PM', 'mdy', '2026-10-5 14:5:11 -'],
    ['Qualtrics', '2026-10-05 14:05:11', 'ymd', '2026-10-5 14:5:11 -'],
    ['LimeSurvey', '05.10.2026 14:05', 'dmy', '2026-10-5 14:5:0 -'],
    ['Typeform', '2026-10-05T14:05:11Z', 'ymd', '2026-10-5 14:5:11 0'],
    ['Shopify', '2026-10-05 14:05:11 +0100', 'ymd', '2026-10-5 14:5:11 60'],
    ['Magento', 'Oct 5, 2026, 2:05:11 PM', 'mdy', '2026-10-5 14:5:11 -'],
    ['Magento, new', 'Oct 5, 2026, 2:05:11\u202fPM', 'mdy', '2026-10-5 14:5:11 -'],
    ['Amazon', '05.10.2026 14:05:11 UTC', 'dmy', '2026-10-5 14:5:11 0'],
    ['eBay', 'Oct-05-26', 'mdy', '2026-10-5 -'],
    ['PayPal', '05/10/2026', 'dmy', '2026-10-5 -'],
    ['SAP', '20261005140511', 'ymd', '2026-10-5 14:5:11 -'],
    ['SAP, a day', '05.10.2026', 'dmy', '2026-10-5 -'],
    ['ISO 8601, basic', '20261005T140511Z', 'ymd', '2026-10-5 14:5:11 0'],
    ['ISO 8601 with a comma', '2026-10-05T14:05:11,123+01:00', 'ymd', '2026-10-5 14:5:11 60'],
    ['Excel in Germany', '05.10.2026 14:05', 'dmy', '2026-10-5 14:5:0 -'],
    ['Excel in Italy', '05/10/2026 14.05', 'dmy', '2026-10-5 14:5:0 -'],
    ['WPS', '2026年10月5日 下午2:05', 'ymd', '2026-10-5 14:5:0 -'],
    ['WPS, all words', '2026年10月5日星期一 14时05分11秒', 'ymd', '2026-10-5 14:5:11 -'],
    ['Excel in China', '2026/10/5 14:05', 'ymd', '2026-10-5 14:5:0 -'],
    ['Korean forms', '2026. 10. 5. 오후 2:05:11', 'ymd', '2026-10-5 14:5:11 -'],
    [
      'JavaScript',
      'Mon Oct 05 2026 14:05:11 GMT+0100 (British Summer Time)',
      'mdy',
      '2026-10-5 14:5:11 60',
    ],
    ['a mail', 'Mon, 5 Oct 2026 14:05:11 +0100', 'dmy', '2026-10-5 14:5:11 60'],
    ['a letter', 'October 5, 2026 at 2:05 PM', 'mdy', '2026-10-5 14:5:0 -'],
    ['German words', 'Montag, 5. Oktober 2026', 'dmy', '2026-10-5 -'],
    ['French words', '5 août 2026 14:05', 'dmy', '2026-8-5 14:5:0 -'],
    ['Spanish words', '5 de diciembre de 2026', 'dmy', '2026-12-5 -'],
    ['Oracle', '05-OCT-26', 'dmy', '2026-10-5 -'],
    ['full-width figures', '２０２６／１０／０５ １４：０５', 'ymd', '2026-10-5 14:5:0 -'],
  ])('of %s are read: %s', (_tool, value, order, expected) => {
    const date = parseDate(value, order);
    const words = date && [
      `${date.year}-${date.month}-${date.day}`,
      ...(date.time ? [`${date.time.hour}:${date.time.minute}:${date.time.second}`] : []),
      date.offset ?? '-',
    ];
    expect(words?.join(' ')).toBe(expected);
    expect(readableOrders(value)).toContain(order);
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

  it('asks where two figures could be the day as well as the year', () => {
    expect(found(['26/10/05', '27/10/06'])).toEqual({ kind: 'ask', candidates: ['ymd', 'dmy'] });
    expect(found(['10/05/26', '10/25/26'])).toMatchObject({ kind: 'found', order: 'mdy' });
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
