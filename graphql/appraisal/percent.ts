/** Weights are whole basis points inside and per cent outside. */
export function percentOf(basisPoints: number): number {
  return basisPoints / 100;
}

/** Per cent as basis points. More than two decimals stay visible as a fraction, which the rules then refuse. */
export function basisPoints(percent: number): number {
  const exact = percent * 100;
  const whole = Math.round(exact);
  // 0.07 × 100 is not 7 in binary; what lies this close was meant to be whole.
  return Math.abs(exact - whole) < 1e-6 ? whole : exact;
}
