/**
 * P-values adjusted for having looked at all of them (Benjamini and Hochberg 1995, Journal of the Royal Statistical
 * Society B 57:289): of the differences called beyond noise at 5 %, at most 5 % are expected to be noise. In the order
 * given.
 */
export function adjustForMany(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[b]! - pValues[a]!);
  const adjusted = Array.from<number>({ length: pValues.length });
  let smallest = 1;
  order.forEach((index, position) => {
    const rank = pValues.length - position;
    smallest = Math.min(smallest, (pValues[index]! * pValues.length) / rank);
    adjusted[index] = smallest;
  });
  return adjusted;
}
