/** Weights are whole basis points (1/100 of a per cent), so that a sum is exact. */
export const TOTAL_WEIGHT = 10_000;

/** Weights as equal as whole basis points allow; the first ones carry what is left over. */
export function equalWeights(count: number): number[] {
  const share = Math.floor(TOTAL_WEIGHT / Math.max(count, 1));
  const left = TOTAL_WEIGHT - share * count;
  return Array.from({ length: count }, (_, index) => share + (index < left ? 1 : 0));
}

export function totalOf(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/**
 * The same proportions, totalling exactly 100 % again. Largest remainders get the basis points that rounding down
 * left over; all zeros stay zeros.
 */
export function rescaleWeights(weights: readonly number[]): number[] {
  const total = totalOf(weights);
  if (total === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (weight * TOTAL_WEIGHT) / total);
  const whole = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const left = TOTAL_WEIGHT - totalOf(whole);
  for (const { index } of byRemainder.slice(0, left)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}
