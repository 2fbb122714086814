import { expect, it } from 'vitest';

import { formatMetric, formatMetricChange } from './metric-format';

it('writes each unit with the precision it deserves', () => {
  expect(formatMetric('en', 'POINTS', -4.24)).toBe('−4.2');
  expect(formatMetric('en', 'PERCENT', 81.26)).toBe('81.3%');
  expect(formatMetric('en', 'SCORE', 5.614)).toBe('5.61');
  expect(formatMetric('zh', 'COUNT', 12_345)).toBe('12,345');
});

it('names percentage points as such', () => {
  expect(formatMetricChange('en', 'PERCENT', 4.2)).toBe('+4.2 pp');
  expect(formatMetricChange('zh', 'PERCENT', -4.2)).toBe('−4.2 个百分点');
  expect(formatMetricChange('en', 'POINTS', 4.2)).toBe('+4.2');
});
