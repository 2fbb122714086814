import { describe, expect, it } from 'vitest';
import { dayRange } from './day-range';

describe('the days of a filter', () => {
  it('begin and end where the organisation is', () => {
    expect(dayRange({ from: '2026-07-01', to: '2026-07-01' }, 'Europe/London')).toEqual({
      since: '2026-06-30T23:00:00.000Z',
      until: '2026-07-01T23:00:00.000Z',
    });
    expect(dayRange({ from: '2026-07-01', to: null }, 'Asia/Shanghai').since).toBe(
      '2026-06-30T16:00:00.000Z',
    );
  });

  it('last 23 or 25 hours when the clock changes', () => {
    expect(dayRange({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/London')).toEqual({
      since: '2026-03-29T00:00:00.000Z',
      until: '2026-03-29T23:00:00.000Z',
    });
    expect(dayRange({ from: '2026-10-25', to: '2026-10-25' }, 'Europe/London')).toEqual({
      since: '2026-10-24T23:00:00.000Z',
      until: '2026-10-26T00:00:00.000Z',
    });
  });

  it('say nothing where nothing sensible is given', () => {
    expect(dayRange({ from: null, to: 'soon' }, 'Europe/London')).toEqual({
      since: null,
      until: null,
    });
  });
});
