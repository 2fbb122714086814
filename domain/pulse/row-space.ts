// Products of two residues stay below 2^53. A prime this large cannot divide the small coefficients that arise here.
const PRIME = 67_108_859;

function inverse(value: number): number {
  let [a, b, x, y] = [value, PRIME, 1, 0];
  while (a > 1) {
    const quotient = Math.floor(a / b);
    [a, b] = [b, a % b];
    [x, y] = [y, x - quotient * y];
  }
  return ((x % PRIME) + PRIME) % PRIME;
}

interface ReducedRow {
  pivot: number;
  coefficients: Float64Array;
}

/**
 * Everything that can be worked out from a set of published sums by adding and subtracting. A sum is the set of
 * groups it covers; the space answers whether another sum follows from those that were added, and from which.
 */
export class RowSpace {
  readonly #rows = new Map<number, ReducedRow>();
  readonly #labels: string[] = [];

  constructor(
    private readonly width: number,
    private readonly capacity: number,
  ) {}

  /** Adds a published sum. */
  add(members: readonly number[], label: string): void {
    const row = this.#vector(members);
    row[this.width + this.#labels.length] = 1;
    this.#labels.push(label);
    this.#reduce(row);
    const pivot = row.subarray(0, this.width).findIndex((coefficient) => coefficient !== 0);
    if (pivot < 0) return;
    const scale = inverse(row[pivot] ?? 1);
    for (let i = 0; i < row.length; i++) row[i] = ((row[i] ?? 0) * scale) % PRIME;
    this.#rows.set(pivot, { pivot, coefficients: row });
  }

  /** The labels of published sums that together give the sum of these groups; undefined when nothing does. */
  explain(members: readonly number[]): string[] | undefined {
    const row = this.#vector(members);
    this.#reduce(row);
    for (let i = 0; i < this.width; i++) if (row[i] !== 0) return undefined;
    return this.#labels.filter((_, index) => row[this.width + index] !== 0);
  }

  #vector(members: readonly number[]): Float64Array {
    const row = new Float64Array(this.width + this.capacity);
    for (const member of members) row[member] = 1;
    return row;
  }

  #reduce(row: Float64Array): void {
    for (let column = 0; column < this.width; column++) {
      const factor = row[column] ?? 0;
      const known = factor === 0 ? undefined : this.#rows.get(column);
      if (!known) continue;
      for (let i = column; i < row.length; i++) {
        const change = known.coefficients[i] ?? 0;
        if (change !== 0) row[i] = ((row[i] ?? 0) + (PRIME - factor) * change) % PRIME;
      }
    }
  }
}
