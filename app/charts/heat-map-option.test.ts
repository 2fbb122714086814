import { describe, expect, it } from 'vitest';

import { heatMapOption, type HeatMapInput } from './heat-map-option';

const input: HeatMapInput = {
  title: 'How departments compare',
  locale: 'en',
  columns: [
    { name: 'NPS', palette: 'heat' },
    { name: 'Responses', palette: 'amount' },
  ],
  rows: [
    {
      name: 'Stores',
      cells: [
        { text: '42.0', step: 6 },
        { text: '1,204', step: 3 },
      ],
    },
    {
      name: 'Stores',
      cells: [
        { text: 'n = 7', step: null },
        { text: '7', step: 0 },
      ],
    },
  ],
};

interface Drawn {
  yAxis: { data: string[] };
  visualMap: { pieces: { value: number; color: string }[] };
  series: [
    { data: { value: [number, number, number]; label: { formatter: string; color: string } }[] },
  ];
}

describe('heatMapOption', () => {
  const spec = heatMapOption(input);
  const option = spec.option as unknown as Drawn;
  const colourOf = (index: number) =>
    option.visualMap.pieces.find(({ value }) => value === option.series[0].data[index]?.value[2])
      ?.color;

  it('colours scores and amounts from their own palettes', () => {
    expect([colourOf(0), colourOf(1), colourOf(3)]).toEqual([
      'var(--heat-6)',
      'var(--amount-3)',
      'var(--amount-0)',
    ]);
  });

  it('leaves a cell that cannot be judged without a colour', () => {
    expect(colourOf(2)).toBe('var(--surface)');
    expect(option.series[0].data[2]?.label.formatter).toBe('n = 7');
  });

  it('writes the number in the ink that belongs to its colour', () => {
    expect(option.series[0].data[0]?.label.color).toBe('var(--heat-ink-6)');
  });

  it('keeps two departments of the same name apart', () => {
    expect(new Set(option.yAxis.data).size).toBe(2);
  });

  it('says what it compares and holds its numbers as a table', () => {
    expect(spec.description).toBe('How departments compare: 2 departments by NPS, Responses.');
    expect(spec.table.rows[0]).toEqual(['Stores', '42.0', '1,204']);
    expect(heatMapOption({ ...input, locale: 'zh', title: '部门对比' }).description).toBe(
      '部门对比：2个部门，按NPS、Responses。',
    );
  });
});
