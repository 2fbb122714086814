import { describe, expect, it } from 'vitest';

import { renderSvg } from './render-svg';
import { trendOption } from './trend-option';

const trend = trendOption({
  title: 'NPS',
  locale: 'zh',
  points: [1, 2, 3].map((value) => ({
    label: `${value}月`,
    value,
    low: value - 1,
    high: value + 1,
    n: 50,
    target: 2.5,
  })),
  format: (value) => value.toFixed(1),
  formatAxis: String,
  scale: { min: -100, max: 100 },
});
const size = { width: 360, height: 200 };

describe('renderSvg', () => {
  it('draws the same bytes every time', () => {
    expect(renderSvg(trend.option, size, 'a')).toBe(renderSvg(trend.option, size, 'a'));
  });

  it('holds nothing that a strict content policy refuses', () => {
    const svg = renderSvg(trend.option, size, 'a');
    expect(svg).not.toMatch(/<style|<script|class=|onload/);
  });

  it('shows the target by name and the last value beside its point', () => {
    const svg = renderSvg(trend.option, size, 'a');
    expect(svg).toContain('目标 2.5');
    expect(svg).toContain('>3.0<');
  });

  it('leaves colours to the style sheet', () => {
    const svg = renderSvg(trend.option, size, 'a');
    expect(svg).toContain('var(--series-1)');
    expect(svg).toContain('var(--text)');
  });
});
