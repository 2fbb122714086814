/** Order of day, month and year in a file's dates. Chinese dates and spelled-out months count by their order as well. */
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

export interface LocalDateTime {
  year: number;
  month: number;
  day: number;
  /** Absent when the file gives only a day. */
  time?: { hour: number; minute: number; second: number };
  /** Minutes east of UTC, when the value names its own offset. */
  offset?: number;
}

const monthNames: Record<string, number> = Object.fromEntries(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map(
    (name, index) => [name, index + 1],
  ),
);

const clock = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp][Mm])?\s*(Z|[+-]\d{2}:?\d{2})?)?`;
const yearFirst = new RegExp(
  String.raw`^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日?)${clock}$`,
);
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${clock}$`);
const dayName = new RegExp(String.raw`^(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -,]+(\d{4})${clock}$`);
const nameDay = new RegExp(
  String.raw`^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})${clock}$`,
);

interface Shape {
  parts: [number, number, number];
  order: 'ymd' | 'year-last' | 'dmy-named' | 'mdy-named';
  clock: (string | undefined)[];
}

function shapeOf(value: string): Shape | undefined {
  let found = yearFirst.exec(value);
  if (found) {
    return {
      parts: [+found[1]!, +(found[3] ?? found[5])!, +(found[4] ?? found[6])!],
      order: 'ymd',
      clock: found.slice(7),
    };
  }
  found = compact.exec(value);
  if (found) return { parts: [+found[1]!, +found[2]!, +found[3]!], order: 'ymd', clock: [] };
  found = yearLast.exec(value);
  if (found)
    return {
      parts: [+found[1]!, +found[3]!, +found[4]!],
      order: 'year-last',
      clock: found.slice(5),
    };
  found = dayName.exec(value);
  if (found) return named(found, +found[1]!, found[2]!, 'dmy-named');
  found = nameDay.exec(value);
  if (found) return named(found, +found[2]!, found[1]!, 'mdy-named');
  return undefined;
}

function named(
  found: RegExpExecArray,
  day: number,
  name: string,
  order: Shape['order'],
): Shape | undefined {
  const month = monthNames[name.slice(0, 3).toLowerCase()];
  return month === undefined
    ? undefined
    : { parts: [day, month, +found[3]!], order, clock: found.slice(4) };
}

/** Which orders a value can be read in: none (not a date), one, or two (03/04/2022). */
export function readableOrders(value: string): DateOrder[] {
  const shape = shapeOf(value.trim());
  if (!shape) return [];
  return dateOrders.filter((order) => parseDate(value, order) !== undefined);
}

/** Reads a date in the chosen order. A value that fits only another order is undefined: it is reported, never guessed. */
export function parseDate(value: string, order: DateOrder): LocalDateTime | undefined {
  const shape = shapeOf(value.trim());
  if (!shape) return undefined;
  const ordered = inOrder(shape, order);
  if (!ordered) return undefined;
  const [year, month, day] = ordered;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return withClock({ year, month, day }, shape.clock);
}

function inOrder(
  { parts, order: found }: Shape,
  wanted: DateOrder,
): [number, number, number] | undefined {
  if (found === 'ymd') return wanted === 'ymd' ? parts : undefined;
  if (wanted === 'ymd') return undefined;
  const [first, second, year] = parts;
  if (found === 'year-last')
    return wanted === 'dmy' ? [year, second, first] : [year, first, second];
  return found === `${wanted}-named` ? [year, second, first] : undefined;
}

function withClock(date: LocalDateTime, clock: (string | undefined)[]): LocalDateTime | undefined {
  const [hourText, minuteText, secondText, half, zone] = clock;
  if (hourText === undefined) return date;
  let hour = +hourText;
  const minute = +(minuteText ?? 0);
  const second = +(secondText ?? 0);
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const time = { hour, minute, second };
  return zone === undefined ? { ...date, time } : { ...date, time, offset: offsetMinutes(zone) };
}

function offsetMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const digits = zone.replace(/\D/g, '');
  return (zone.startsWith('-') ? -1 : 1) * (+digits.slice(0, 2) * 60 + +digits.slice(2));
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export interface DateEvidence {
  /** How many values fit this order and no other. */
  only: Record<DateOrder, number>;
  /** Values such as 03/04/2022 that can be read day first or month first. */
  either: number;
  unreadable: number;
}

/** Counts, value by value, which order the dates of a column are written in. */
export class DateTally {
  readonly evidence: DateEvidence = { only: { ymd: 0, dmy: 0, mdy: 0 }, either: 0, unreadable: 0 };

  add(value: string): void {
    const orders = readableOrders(value);
    const [first] = orders;
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
 * What the evidence says. Dates that could be either day or month first are asked about, unless other values of the
 * same column settle it; where two formats stand in one file the majority's is found and `others` rows will be reported.
 */
export function findDateOrder({ only, either }: DateEvidence): DateFinding {
  const total = only.ymd + only.dmy + only.mdy + either;
  if (total === 0) return { kind: 'none' };
  const yearLast = only.dmy + only.mdy + either;
  if (only.ymd >= yearLast) return { kind: 'found', order: 'ymd', others: total - only.ymd };
  if (only.dmy === only.mdy) return { kind: 'ask', candidates: ['dmy', 'mdy'] };
  const order = only.dmy > only.mdy ? 'dmy' : 'mdy';
  const minority = Math.min(only.dmy, only.mdy);
  // A real mixture of both makes every 03/04 doubtful, so a person decides.
  if (minority > 0 && minority * 20 > only.dmy + only.mdy)
    return { kind: 'ask', candidates: ['dmy', 'mdy'] };
  return { kind: 'found', order, others: only.ymd + minority };
}
