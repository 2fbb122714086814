import { expect, it } from 'vitest';

import { linesOption } from './lines-option';
import { renderSvg } from './render-svg';

const spec = linesOption({
  title: 'NPS: where is each department going?',
  locale: 'en',
  labels: ['Q1', 'Q2'],
  lines: [
    { name: 'Stores', values: [10, 12] },
    { name: 'Delivery', values: [-5, null] },
  ],
  format: (value) => value.toFixed(1),
  formatAxis: String,
  scale: { min: -100, max: 100 },
});

it('names each line at its end instead of in a legend', () => {
  const svg = renderSvg(spec.option, { width: 600, height: 220 }, 'lines');
  expect(svg).toContain('>Stores<');
  expect(JSON.stringify(spec.option)).not.toContain('legend');
});

it('says the newest known value of each', () => {
  expect(spec.description).toBe(
    'NPS: where is each department going? Stores: 12.0; Delivery: -5.0',
  );
});

it('holds a table with a word where nothing is known', () => {
  expect(spec.table.rows).toEqual([
    ['Q1', '10.0', '-5.0'],
    ['Q2', '12.0', 'no answers'],
  ]);
});
