import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { amountColours, amountInk, heatColours, heatInk } from './chart-theme';
import { contrastOf } from './contrast';

const css = readFileSync(new URL('./charts.css', import.meta.url), 'utf8');
const [lightCss = '', darkCss = ''] = css.split(":root[data-mantine-color-scheme='dark']");

describe.each(['light', 'dark'] as const)('the heat colours of the %s theme', (scheme) => {
  const block = scheme === 'light' ? lightCss : darkCss;

  it.each(heatColours[scheme].map((fill, step) => [step, fill, heatInk[scheme][step] ?? '']))(
    'let the number on step %i be read',
    (_step, fill, ink) => {
      expect(contrastOf(fill, ink)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(amountColours[scheme].map((fill, step) => [step, fill, amountInk[scheme][step] ?? '']))(
    'let the number on amount step %i be read',
    (_step, fill, ink) => {
      expect(contrastOf(fill, ink)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('are the same in the style sheet', () => {
    heatColours[scheme].forEach((fill, step) =>
      expect(block).toContain(`--heat-${step}: ${fill};`),
    );
    heatInk[scheme].forEach((ink, step) => expect(block).toContain(`--heat-ink-${step}: ${ink};`));
    amountColours[scheme].forEach((fill, step) =>
      expect(block).toContain(`--amount-${step}: ${fill};`),
    );
    amountInk[scheme].forEach((ink, step) =>
      expect(block).toContain(`--amount-ink-${step}: ${ink};`),
    );
  });
});
