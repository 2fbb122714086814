/** One line of the bench table. Ratios compare with a baseline that was measured in the same run. */
export interface Figure {
  what: string;
  measured: string;
  baseline?: string;
  ratio?: number;
  /** The promise, in words. */
  promise: string;
  holds: boolean;
}

/** A benchmark measures one promise and says how. */
export interface Benchmark {
  name: string;
  measure(): Promise<Figure[]>;
}

/** The middle of several measurements; one slow neighbour on the machine does not decide. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value below which the given share (0–1) of the measurements lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
