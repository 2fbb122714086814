import { describe, expect, it } from 'vitest';
import { momentsOf, periodOf } from './period';

describe('the last complete quarter', () => {
  it.each([
    ['2026-11-22T12:00:00Z', 'Europe/London', '2026-07-01', '2026-09-30'],
    ['2026-01-01T00:00:00Z', 'Europe/London', '2025-10-01', '2025-12-31'],
    // Still March in London, but April in Shanghai.
    ['2026-03-31T22:30:00Z', 'Europe/London', '2025-10-01', '2025-12-31'],
    ['2026-03-31T22:30:00Z', 'Asia/Shanghai', '2026-01-01', '2026-03-31'],
    ['2026-12-31T23:59:59Z', 'America/Los_Angeles', '2026-07-01', '2026-09-30'],
  ])('seen at %s in %s runs from %s to %s', (moment, timeZone, from, to) => {
    expect(periodOf('last_complete_quarter', new Date(moment), timeZone)).toMatchObject({
      startOn: from,
      endOn: to,
    });
  });

  it('begins and ends at local midnights, also across a change of the clock', () => {
    const { since, until } = momentsOf(
      { startOn: '2026-01-01', endOn: '2026-03-31' },
      'Europe/London',
    );
    expect(since.toISOString()).toBe('2026-01-01T00:00:00.000Z');
    expect(until.toISOString()).toBe('2026-03-31T23:00:00.000Z');
  });
});
