import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDelta,
  formatMonth,
  formatNumber,
  formatPercent,
  formatRelativeTime,
} from './format';

describe('numbers and dates in the reader’s language', () => {
  it('show one decimal, a real minus, and a sign on changes', () => {
    expect(formatNumber('en', -3.25)).toBe('−3.3');
    expect(formatDelta('en', 4.24)).toBe('+4.2');
    expect(formatDelta('zh', 0)).toBe('0.0');
    expect(formatPercent('en', 61.24)).toBe('61.2%');
  });

  it('write days the way each language does', () => {
    expect(formatDate('zh', '2026-03-12')).toBe('2026年3月12日');
    expect(formatDate('en', '2026-03-12', 'America/Los_Angeles')).toBe('12 March 2026');
    expect(formatMonth('zh', '2026-03')).toBe('2026年3月');
  });

  it('keep a moment in the zone it is read in', () => {
    expect(formatDate('en', '2026-03-12T23:30:00Z', 'Asia/Shanghai')).toBe('13 March 2026');
  });

  it('say how long ago', () => {
    const now = new Date('2026-03-12T12:00:00Z');
    expect(formatRelativeTime('en', '2026-03-11T12:00:00Z', now)).toBe('yesterday');
    expect(formatRelativeTime('zh', '2026-03-12T10:00:00Z', now)).toBe('2小时前');
  });
});
