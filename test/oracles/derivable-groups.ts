/** Exact fractions: no rounding can make a group look derivable, or hide that it is. */
type Fraction = readonly [numerator: bigint, denominator: bigint];

const zero: Fraction = [0n, 1n];
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const fraction = (n: bigint, d: bigint): Fraction => {
  const shared = gcd(n, d) || 1n;
  return d < 0n ? [-n / shared, -d / shared] : [n / shared, d / shared];
};

/** Published sums in reduced echelon form, by Gaussian elimination. */
function reducedRows(rows: readonly (readonly number[])[]): { pivot: number; row: Fraction[] }[] {
  let basis: { pivot: number; row: Fraction[] }[] = [];
  const without = (row: Fraction[], { pivot, row: known }: { pivot: number; row: Fraction[] }) => {
    const [fn, fd] = row[pivot] ?? zero;
    if (fn === 0n) return row;
    return row.map(([n, d], i) => {
      const [kn, kd] = known[i] ?? zero;
      return kn === 0n ? fraction(n, d) : fraction(n * fd * kd - fn * kn * d, d * fd * kd);
    });
  };
  for (const candidate of rows) {
    const row = basis.reduce(
      without,
      candidate.map((value): Fraction => [BigInt(value), 1n]),
    );
    const pivot = row.findIndex(([n]) => n !== 0n);
    if (pivot < 0) continue;
    const [pn, pd] = row[pivot] ?? zero;
    const added = { pivot, row: row.map(([n, d]) => fraction(n * pd, d * pn)) };
    basis = [...basis.map((each) => ({ ...each, row: without(each.row, added) })), added];
  }
  return basis;
}

/**
 * All groups of atoms whose sum follows from published sums and that weigh no more than the limit, found by trying
 * every one of them. `sums` lists the atoms of each published sum; atoms without weight hold nobody.
 */
export function derivableGroups(
  sums: readonly (readonly number[])[],
  weights: readonly (number | null)[],
  limit: number,
): number[][] {
  const atoms = weights.flatMap((weight, atom) => (weight === null ? [] : [atom]));
  const basis = reducedRows(sums.map((sum) => atoms.map((atom) => (sum.includes(atom) ? 1 : 0))));
  const light = atoms.flatMap((atom, index) => ((weights[atom] ?? 0) <= limit ? [index] : []));
  const found: number[][] = [];
  const follows = (members: readonly number[]) => {
    const target = atoms.map((_, index) => (members.includes(index) ? 1n : 0n));
    // In reduced form the factor of each row is what the target holds at its pivot.
    return target.every((value, column) => {
      let sum: Fraction = zero;
      for (const { pivot, row } of basis) {
        if (target[pivot] === 0n) continue;
        const [n, d] = row[column] ?? zero;
        sum = fraction(sum[0] * d + n * sum[1], sum[1] * d);
      }
      return sum[0] === value * sum[1];
    });
  };
  const visit = (from: number, members: number[], weight: number) => {
    if (members.length > 0 && follows(members)) found.push(members.map((index) => atoms[index]!));
    for (let next = from; next < light.length; next++) {
      const heavier = weight + (weights[atoms[light[next]!]!] ?? 0);
      if (heavier <= limit) visit(next + 1, [...members, light[next]!], heavier);
    }
  };
  visit(0, [], 0);
  return found;
}
