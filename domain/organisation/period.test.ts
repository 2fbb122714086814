import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignFrom, endOn, type Period, valueOn } from './period';

const isSame = (one: string, other: string) => one === other;
const assign = (periods: readonly Period<string>[], from: string, value: string) =>
  assignFrom(periods, { from, value, isSame });

describe('what holds from a day on', () => {
  const sales = assign([], '2025-01-01', 'sales');

  it('ends what held before and keeps it as history', () => {
    expect(assign(sales, '2026-03-01', 'service')).toEqual([
      { from: '2025-01-01', to: '2026-03-01', value: 'sales' },
      { from: '2026-03-01', to: null, value: 'service' },
    ]);
  });

  it('leaves a later change in place', () => {
    const later = assign(sales, '2026-06-01', 'service');
    expect(
      assign(later, '2026-03-01', 'repairs').map(({ from, to, value }) => [from, to, value]),
    ).toEqual([
      ['2025-01-01', '2026-03-01', 'sales'],
      ['2026-03-01', '2026-06-01', 'repairs'],
      ['2026-06-01', null, 'service'],
    ]);
  });

  it('corrects what begins on the same day', () => {
    expect(assign(sales, '2025-01-01', 'service')).toEqual([
      { from: '2025-01-01', to: null, value: 'service' },
    ]);
  });

  it('stays one period when nothing changes', () => {
    expect(assign(sales, '2026-03-01', 'sales')).toEqual(sales);
  });

  it('ends with the person', () => {
    const later = assign(sales, '2026-06-01', 'service');
    expect(endOn(later, '2026-03-01')).toEqual([
      { from: '2025-01-01', to: '2026-03-01', value: 'sales' },
    ]);
  });
});

describe('any sequence of changes', () => {
  const days = Array.from(
    { length: 28 },
    (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`,
  );
  const day = fc.constantFrom(...days);
  const change = fc.tuple(day, fc.constantFrom('sales', 'service', 'repairs'));

  it('never overlaps, and changes the days up to the next change only', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), day, (changes, asked) => {
        let periods: Period<string>[] = [];
        const calendar: (string | undefined)[] = days.map(() => undefined);
        for (const [from, value] of changes) {
          periods = assign(periods, from, value);
          const start = days.indexOf(from);
          const next = calendar.findIndex(
            (held, index) => index > start && held !== calendar[index - 1],
          );
          calendar.fill(value, start, next === -1 ? undefined : next);
        }
        for (let index = 1; index < periods.length; index++) {
          expect(periods[index - 1]?.to).toBe(periods[index]?.from);
        }
        expect(valueOn(periods, asked)).toBe(calendar[days.indexOf(asked)]);
      }),
    );
  });

  it('changes nothing when it is said twice', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const periods = changes.reduce<Period<string>[]>(
          (all, [from, value]) => assign(all, from, value),
          [],
        );
        const [from, value] = changes.at(-1) as [string, string];
        expect(assign(periods, from, value)).toEqual(periods);
      }),
    );
  });
});
