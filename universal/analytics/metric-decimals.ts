const decimals = { points: 1, percent: 1, score: 2, count: 0 } as const;

type Unit = keyof typeof decimals;

/**
 * The decimals that a value of the unit is written with: one for indices and per cent, two for means on a short scale,
 * none for counts. Verdicts round to them too, so that none contradicts the numbers beside it.
 */
export function decimalsOf(unit: Unit | Uppercase<Unit>): number {
  return decimals[unit.toLowerCase() as Unit];
}
