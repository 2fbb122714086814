import { describe, expect, it } from 'vitest';
import { openingPeriod } from './opening-period';

const open = (today: string, answers: Record<string, number>) =>
  openingPeriod(today, ({ key }) => {
    const n = answers[key] ?? 0;
    return [{ n, value: n < 10 ? null : 40 }];
  }).key;

describe('the quarter that scorecards open with', () => {
  it.each([
    ['that runs, once it has answers enough', { '2026-Q4': 300, '2026-Q3': 500 }, '2026-Q4'],
    ['before, while the running one has few of them', { '2026-Q4': 12, '2026-Q3': 500 }, '2026-Q3'],
    ['that runs, where nobody was asked before', { '2026-Q4': 12 }, '2026-Q4'],
    ['that runs never, with fewer than can be judged', { '2026-Q4': 9, '2026-Q3': 9 }, '2026-Q3'],
    ['of the last answers, where the newest ones are empty', { '2025-Q2': 80 }, '2025-Q2'],
    ['last ended, where nobody ever answered', {}, '2026-Q3'],
    ['last ended, where answers are older than a trend', { '2020-Q1': 900 }, '2026-Q3'],
  ])('is the one %s', (_case, answers, expected) => {
    expect(open('2026-11-25', answers)).toBe(expected);
  });

  it('is the last whole one on the first day of a quarter', () => {
    expect(open('2027-01-01', { '2027-Q1': 15, '2026-Q4': 400 })).toBe('2026-Q4');
  });

  it('is told from any of the departments at the top', () => {
    const opened = openingPeriod('2026-11-25', ({ key }) => [
      { n: 0, value: null },
      { n: 30, value: key === '2026-Q4' ? 12 : null },
    ]);
    expect(opened.key).toBe('2026-Q4');
  });
});
