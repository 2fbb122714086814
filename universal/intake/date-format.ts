import { readClock, type DayTime, clockPattern } from './clock-format';

/** Order of day, month and year in a file's dates. Chinese dates and spelled-out months count by their order as well. */
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

export interface LocalDateTime {
  year: number;
  month: number;
  day: number;
  /** Absent when the file gives only a day. */
  time?: DayTime;
  /** Minutes east of UTC, when the value names its own offset. */
  offset?: number;
}

/** By the first three letters, without accents: English, German, French, Spanish, Italian, Portuguese and Dutch. */
const monthNames = new Map(
  [
    'jan ene gen',
    'feb fev',
    'mar mrz mrt maa',
    'apr abr avr',
    'may mai mei mag',
    'jun giu',
    'jul lug',
    'aug ago aou',
    'sep set',
    'oct okt ott out',
    'nov',
    'dec dez dic',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

const named = String.raw`([A-Za-z]{3,10})\.?`;
const year = String.raw`(\d{4}|\d{2})`;
const patterns = {
  yearFirst: new RegExp(
    String.raw`^(\d{4})(?:([-/.]) ?(\d{1,2})\2 ?(\d{1,2})\.?|年 ?(\d{1,2})月 ?(\d{1,2})日?)${clockPattern}$`,
  ),
  yearFirstNamed: new RegExp(String.raw`^(\d{4})[- ]${named}[- ](\d{1,2})${clockPattern}$`),
  compact: /^(\d{4})(\d{2})(\d{2})$/,
  compactTime: /^(\d{4})(\d{2})(\d{2})[T ]?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?$/,
  yearLast: new RegExp(String.raw`^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?${year}${clockPattern}$`),
  dayName: new RegExp(
    String.raw`^(\d{1,2})(?:st|nd|rd|th|\.)?[ -](?:de )?${named}(?: de)?[ ,-]+${year}${clockPattern}$`,
  ),
  nameDay: new RegExp(
    String.raw`^${named}[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -]${year}${clockPattern}$`,
  ),
};

/** The three numbers of a date as they stand, and in which orders they may stand. */
interface Shape {
  parts: readonly [number, number, number];
  order: 'ymd' | 'year-last' | 'short' | 'dmy-named' | 'mdy-named';
  clock: readonly (string | undefined)[];
}

const weekdayFirst = /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +|[a-z]{2,12}\.?, +(?=\d))/i;
const chineseWeekday = /\s*(?:星期|周|週)[一二三四五六日天]\s*/;

/** The value in plain letters, figures and blanks, and without the day of the week, which says nothing new. */
function plain(value: string): string {
  const trimmed = value.trim();
  const isPlain = /^[\x20-\x7e]*$/.test(trimmed);
  const text = isPlain
    ? trimmed
    : trimmed
        .normalize('NFKC')
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .normalize('NFC')
        .replace(/[\s\u200e\u200f]+/g, ' ')
        .replace(chineseWeekday, ' ')
        .trim();
  return /^[A-Za-z]/.test(text) ? text.replace(weekdayFirst, '') : text;
}

function shapeOf(value: string): Shape | undefined {
  const text = plain(value);
  if (text.length < 6 || text.length > 80) return undefined;
  return numericShape(text) ?? namedShape(text);
}

function numericShape(text: string): Shape | undefined {
  let found = patterns.yearFirst.exec(text);
  if (found) {
    const parts = [+found[1]!, +(found[3] ?? found[5])!, +(found[4] ?? found[6])!] as const;
    return { parts, order: 'ymd', clock: found.slice(7) };
  }
  found = patterns.yearLast.exec(text);
  if (found) {
    const order = found[4]!.length === 4 ? 'year-last' : 'short';
    return { parts: [+found[1]!, +found[3]!, +found[4]!], order, clock: found.slice(5) };
  }
  found = patterns.compact.exec(text) ?? patterns.compactTime.exec(text);
  if (!found) return undefined;
  const [, hour, minute, second, zone] = found.slice(3);
  const clock = hour === undefined ? [] : [undefined, hour, minute, second, undefined, zone];
  return { parts: [+found[1]!, +found[2]!, +found[3]!], order: 'ymd', clock };
}

function namedShape(text: string): Shape | undefined {
  let found = patterns.dayName.exec(text);
  if (found)
    return withMonth(found, { day: found[1], month: found[2], year: found[3] }, 'dmy-named');
  found = patterns.nameDay.exec(text);
  if (found)
    return withMonth(found, { day: found[2], month: found[1], year: found[3] }, 'mdy-named');
  found = patterns.yearFirstNamed.exec(text);
  return found
    ? withMonth(found, { day: found[3], month: found[2], year: found[1] }, 'ymd')
    : undefined;
}

function withMonth(
  found: RegExpExecArray,
  given: Record<'day' | 'month' | 'year', string | undefined>,
  order: Shape['order'],
): Shape | undefined {
  const name = (given.month ?? '').toLowerCase();
  // French has two months that begin alike.
  const month = monthNames.get(/^jui[nl]/.test(name) ? `ju${name[3]}` : name.slice(0, 3));
  if (month === undefined) return undefined;
  const [day, yearNumber] = [+given.day!, fullYear(given.year!)];
  return {
    parts: order === 'ymd' ? [yearNumber, month, day] : [day, month, yearNumber],
    order,
    clock: found.slice(4),
  };
}

/** A year of two figures lies in this century: nothing older comes in. */
const fullYear = (figures: string): number => (figures.length === 2 ? 2000 : 0) + +figures;

/** Which orders a value can be read in: none (not a date), one, or several (03/04/2022). */
export function readableOrders(value: string): DateOrder[] {
  const shape = shapeOf(value);
  return shape ? dateOrders.filter((order) => readAs(shape, order) !== undefined) : [];
}

/** Reads a date in the chosen order. A value that fits only another order is undefined: it is reported, never guessed. */
export function parseDate(value: string, order: DateOrder): LocalDateTime | undefined {
  const shape = shapeOf(value);
  return shape && readAs(shape, order);
}

function readAs(shape: Shape, order: DateOrder): LocalDateTime | undefined {
  const ordered = inOrder(shape, order);
  if (!ordered) return undefined;
  const [yearNumber, month, day] = ordered;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(yearNumber, month)) return undefined;
  const clock = readClock(shape.clock);
  return clock && { year: yearNumber, month, day, ...clock };
}

function inOrder(
  { parts, order: found }: Shape,
  wanted: DateOrder,
): readonly [number, number, number] | undefined {
  if (found === 'ymd') return wanted === 'ymd' ? parts : undefined;
  const [first, second, third] = parts;
  if (found === 'short') {
    // 26/10/05 may be the 26th as well as 2026.
    if (wanted === 'ymd') return [2000 + first, second, third];
    return wanted === 'dmy' ? [2000 + third, second, first] : [2000 + third, first, second];
  }
  if (wanted === 'ymd') return undefined;
  if (found === 'year-last')
    return wanted === 'dmy' ? [third, second, first] : [third, first, second];
  return found === `${wanted}-named` ? [third, second, first] : undefined;
}

function daysInMonth(yearNumber: number, month: number): number {
  return new Date(Date.UTC(yearNumber, month, 0)).getUTCDate();
}

export interface DateEvidence {
  /** How many values fit this order and no other. */
  only: Record<DateOrder, number>;
  /** How many values fit this order, others as well or not. */
  fits: Record<DateOrder, number>;
  /** Values such as 03/04/2022 that can be read in several orders. */
  either: number;
  unreadable: number;
}

/** Counts, value by value, which order the dates of a column are written in. */
export class DateTally {
  readonly evidence: DateEvidence = {
    only: { ymd: 0, dmy: 0, mdy: 0 },
    fits: { ymd: 0, dmy: 0, mdy: 0 },
    either: 0,
    unreadable: 0,
  };

  add(value: string): void {
    const orders = readableOrders(value);
    const [first] = orders;
    for (const order of orders) this.evidence.fits[order]++;
    if (first === undefined) this.evidence.unreadable++;
    else if (orders.length === 1) this.evidence.only[first]++;
    else this.evidence.either++;
  }
}

export type DateFinding =
  | { kind: 'none' }
  | { kind: 'found'; order: DateOrder; others: number }
  | { kind: 'ask'; candidates: DateOrder[] };

/**
 * What the evidence says. Dates that can be read in several orders are asked about, unless other values of the same
 * column settle it; where two formats stand in one file the majority's is found and `others` rows will be reported.
 */
export function findDateOrder({ only, fits, either }: DateEvidence): DateFinding {
  const total = only.ymd + only.dmy + only.mdy + either;
  if (total === 0) return { kind: 'none' };
  const ranked = [...dateOrders].sort((a, b) => fits[b] - fits[a] || only[b] - only[a]);
  const best = ranked[0]!;
  // Of dates with the year first and others, equally many, the year decides: nothing about them is doubtful.
  if (best === 'ymd' && only.ymd === fits.ymd)
    return { kind: 'found', order: best, others: total - fits.ymd };
  const rivals = ranked.filter(
    (order) =>
      fits[order] === fits[best] ||
      // A real mixture of two makes every 03/04 doubtful, so a person decides.
      (order !== 'ymd' && best !== 'ymd' && only[order] * 20 > only[order] + only[best]),
  );
  return rivals.length > 1
    ? { kind: 'ask', candidates: dateOrders.filter((order) => rivals.includes(order)) }
    : { kind: 'found', order: best, others: total - fits[best] };
}
