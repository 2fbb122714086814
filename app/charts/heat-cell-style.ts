import type { CSSProperties } from 'react';

import './charts.css';

/** `heat`: worse to better around a middle. `amount`: little to much, neither good nor bad. */
export type HeatPalette = 'heat' | 'amount';

interface HeatLook {
  step: number | null;
  palette?: HeatPalette;
  isUnsure?: boolean;
}

/** A cell filled in the colour of its step; outlined in it where the number cannot be told from the middle. */
export function heatCellStyle({
  step,
  palette = 'heat',
  isUnsure = false,
}: HeatLook): CSSProperties {
  if (step === null) return { color: 'var(--text-quiet)' };
  const fill = `var(--${palette}-${step})`;
  return isUnsure
    ? { boxShadow: `inset 0 0 0 3px ${fill}` }
    : { background: fill, color: `var(--${palette}-ink-${step})` };
}
