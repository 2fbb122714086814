import { describe, expect, it } from 'vitest';

import { formatCount } from '../../universal/format';
import { printTheme } from './chart-theme';
import { renderSvg } from './render-svg';
import { trendOption, type TrendInput, type TrendPoint } from './trend-option';

const point = (label: string, value: number | null, n = 100): TrendPoint => ({
  label,
  value,
  low: value === null ? null : value - 5,
  high: value === null ? null : value + 5,
  n,
});

const input = (changed: Partial<TrendInput> = {}): TrendInput => ({
  title: 'NPS of Stores',
  locale: 'en',
  points: [point('Jan', 20), point('Feb', -8), point('Mar', 31)],
  format: (value) => value.toFixed(1),
  formatAxis: String,
  scale: { min: -100, max: 100 },
  ...changed,
});

interface Drawn {
  series: {
    name: string;
    data: (number | null | { value: number; symbol?: string; itemStyle?: { color: string } })[];
    step?: string;
    markLine?: { data: { yAxis: number; label: { formatter?: string } }[] };
    endLabel?: { formatter: (item: { value: number }) => string };
  }[];
  yAxis: { min: number; max: number };
  tooltip: { formatter: (items: { dataIndex: number }[]) => string };
}
const drawn = (changed: Partial<TrendInput> = {}) =>
  trendOption(input(changed)).option as unknown as Drawn;
const seriesOf = (name: string, option: Drawn) =>
  option.series.find((series) => series.name === name);

describe('trendOption', () => {
  it('draws the interval as a band from its low to its high end', () => {
    const option = drawn();
    expect(seriesOf('low', option)?.data).toEqual([15, -13, 26]);
    expect(seriesOf('band', option)?.data).toEqual([10, 10, 10]);
  });

  it('leaves a gap where too few answered and says so', () => {
    const points = [point('Jan', 20), point('Feb', null, 7), point('Mar', 31)];
    const spec = trendOption(input({ points }));
    expect(seriesOf('value', spec.option as unknown as Drawn)?.data).toEqual([20, null, 31]);
    expect(spec.table.rows[1]).toEqual(['Feb', 'n = 7, too few to judge', '–', '7']);
  });

  const aimed = (...targets: (number | null)[]) =>
    targets.map((target, at) => ({ ...point(`${at + 1}`, 20), target }));

  it('draws the target of each period, not the newest, as a named step', () => {
    const points = aimed(null, 30, 30, 40);
    const target = seriesOf('target', drawn({ points }));
    expect(target).toMatchObject({ data: [null, 30, 30, 40], step: 'middle' });
    expect(target?.endLabel?.formatter({ value: 40 })).toBe('Target 40.0');
    const { headers, rows } = trendOption(input({ points })).table;
    expect(headers.at(-1)).toBe('Target');
    expect(rows.map((row) => row.at(-1))).toEqual(['–', '30.0', '30.0', '40.0']);
  });

  it('draws a target of a single period, which has no neighbour, as a dash', () => {
    const alone = drawn({ points: aimed(null, null, 35) });
    expect(seriesOf('target', alone)?.data[2]).toMatchObject({ value: 35, symbol: 'rect' });
    expect(seriesOf('target', drawn({ points: aimed(35) }))?.data).toMatchObject([{ value: 35 }]);
  });

  it('has neither line nor column where there never was a target', () => {
    expect(seriesOf('target', drawn())).toBeUndefined();
    expect(trendOption(input()).table.headers).not.toContain('Target');
  });

  it('marks a period that runs: hollow, and named so in the numbers behind', () => {
    const points = [point('Q3', 20), { ...point('Q4', 31), isPartial: true }];
    const spec = trendOption(input({ points, theme: printTheme }));
    const value = seriesOf('value', spec.option as unknown as Drawn);
    expect(value?.data).toMatchObject([
      20,
      { value: 31, itemStyle: { color: printTheme.surface } },
    ]);
    expect(spec.table.rows.map(([label]) => label)).toEqual(['Q3', 'Q4 (so far)']);
    expect(spec.description).toContain('31.0 in Q4 (so far)');
    const chinese = trendOption(input({ points, locale: 'zh' }));
    expect(chinese.table.rows[1]?.[0]).toBe('Q4（截至目前）');
  });

  it('shows zero where a score can be negative, and only there', () => {
    const withZero = drawn({ points: [point('Jan', 40), point('Feb', 50)] });
    expect(withZero.yAxis.min).toBe(0);
    expect(seriesOf('value', withZero)?.markLine?.data[0]?.yAxis).toBe(0);
    const share = drawn({
      points: [point('Jan', 80), point('Feb', 85)],
      scale: { min: 0, max: 100 },
    });
    expect(share.yAxis.min).toBeGreaterThan(50);
    expect(seriesOf('value', share)?.markLine?.data).toEqual([]);
  });

  it('keeps band and target inside the frame, and the frame inside the scale', () => {
    const option = drawn({ points: [{ ...point('Jan', 97), target: 99 }, point('Feb', 96)] });
    expect(option.yAxis.max).toBe(100);
    expect(drawn({ points: aimed(80, 20) }).yAxis.max).toBeGreaterThanOrEqual(80);
  });

  it('counts on its axis in whole things, none of them twice', () => {
    const { option } = trendOption(
      input({
        points: [0, 1].map((value) => ({ ...point('', value), low: null, high: null })),
        scale: { min: 0, max: Infinity },
        isEstimate: false,
        format: () => '',
        formatAxis: (value) => formatCount('en', value),
      }),
    );
    const svg = renderSvg(option, { width: 300, height: 150 }, 'counts');
    expect([...svg.matchAll(/>([\d.]+)<\/text>/g)].map(([, label]) => label)).toEqual(['0', '1']);
  });

  it('says in words what it shows, in both languages', () => {
    expect(trendOption(input()).description).toBe(
      'NPS of Stores. From 20.0 in Jan to 31.0 in Mar; lowest -8.0 in Feb, highest 31.0 in Mar.',
    );
    expect(trendOption(input({ locale: 'zh', title: '门店 NPS' })).description).toContain(
      '最低为Feb的 -8.0',
    );
  });

  it('has words for a line that cannot be drawn', () => {
    expect(trendOption(input({ points: [point('Jan', null, 0)] })).description).toContain(
      'No period has enough answers',
    );
  });

  it('lets no name break into the tooltip', () => {
    const option = drawn({ points: [point('<img src=x>', 20)] });
    expect(option.tooltip.formatter([{ dataIndex: 0 }])).toContain(
      '&lt;img src=x&gt;<br><b>20.0</b>',
    );
  });

  it('uses plain colours on paper', () => {
    expect(
      JSON.stringify(trendOption(input({ theme: printTheme, points: aimed(30, 40) })).option),
    ).not.toContain('var(');
  });
});
