import { RowSpace } from './row-space';

/** A sum that could be published: which of the smallest groups it covers. */
export interface Cell {
  key: string;
  groups: readonly number[];
  /** The less a reader loses with it, the sooner it is given up to protect another cell. */
  worth: number;
}

export interface SuppressionProblem {
  /** Per question, how many answered it in each of the smallest groups. */
  counts: readonly (readonly number[])[];
  cells: readonly Cell[];
  /** A whole and the cells that it is made of; what the parts leave over is a group that a reader can form. */
  splits: readonly { whole: string; parts: readonly string[] }[];
  /** Groups that are never published but that people know of, such as those who work directly in a division. */
  known: readonly (readonly number[])[];
  minimum: number;
}

/**
 * The cells that must not be published. Primary: fewer answers than the minimum. Complementary: as many more as it
 * takes until no group below the minimum follows from published cells by any adding and subtracting, for a reader
 * who also knows which groups are empty.
 */
export function suppressCells(problem: SuppressionProblem): Set<string> {
  const patterns = distinct(problem.counts);
  const hidden = new Set<string>();
  for (const cell of problem.cells) {
    if (patterns.some((counts) => countOf(cell.groups, counts) < problem.minimum))
      hidden.add(cell.key);
  }
  let before: number;
  do {
    before = hidden.size;
    for (const counts of patterns) hideComplements(problem, counts, hidden);
  } while (hidden.size > before);
  return hidden;
}

function hideComplements(
  problem: SuppressionProblem,
  counts: readonly number[],
  hidden: Set<string>,
): void {
  const cells = new Map(problem.cells.map((cell) => [cell.key, cell]));
  const cost = (key: string) => {
    const cell = cells.get(key);
    return cell ? cell.worth * 1_000_000 + countOf(cell.groups, counts) : Infinity;
  };
  for (;;) {
    const leaks = findLeaks(problem, counts, hidden);
    if (leaks.length === 0) return;
    const given = new Set<string>();
    for (const sources of leaks) {
      // One cell given up can close several leaks; the next round finds what is still open.
      if (sources.some((key) => given.has(key))) continue;
      const cheapest = sources.toSorted((a, b) => cost(a) - cost(b) || (a < b ? -1 : 1))[0];
      if (cheapest !== undefined) given.add(cheapest);
    }
    for (const key of given) hidden.add(key);
  }
}

/** For each group below the minimum that can be worked out, the published cells that give it away. */
function findLeaks(
  problem: SuppressionProblem,
  counts: readonly number[],
  hidden: ReadonlySet<string>,
): string[][] {
  const published = problem.cells.filter((cell) => !hidden.has(cell.key));
  const columns = new Map<number, number>();
  counts.forEach((count, group) => {
    if (count > 0) columns.set(group, columns.size);
  });
  const project = (groups: readonly number[]) =>
    groups.map((group) => columns.get(group)).filter((column) => column !== undefined);

  const space = new RowSpace(columns.size, published.length);
  // Small cells first keeps the elimination sparse.
  for (const cell of published.toSorted((a, b) => a.groups.length - b.groups.length)) {
    space.add(project(cell.groups), cell.key);
  }
  return sensitiveGroups(problem, hidden)
    .filter((groups) => {
      const count = countOf(groups, counts);
      return count > 0 && count < problem.minimum;
    })
    .map((groups) => space.explain(project(groups)))
    .filter((sources) => sources !== undefined);
}

function sensitiveGroups(
  problem: SuppressionProblem,
  hidden: ReadonlySet<string>,
): (readonly number[])[] {
  const cells = new Map(problem.cells.map((cell) => [cell.key, cell]));
  const remainders = problem.splits.map(({ whole, parts }) => {
    const shown = new Set(
      parts.filter((key) => !hidden.has(key)).flatMap((key) => cells.get(key)?.groups ?? []),
    );
    return (cells.get(whole)?.groups ?? []).filter((group) => !shown.has(group));
  });
  const withheld = problem.cells.filter((cell) => hidden.has(cell.key)).map((cell) => cell.groups);
  return [...withheld, ...problem.known, ...remainders];
}

function countOf(groups: readonly number[], counts: readonly number[]): number {
  return groups.reduce((sum, group) => sum + (counts[group] ?? 0), 0);
}

function distinct(counts: readonly (readonly number[])[]): (readonly number[])[] {
  return [...new Map(counts.map((row) => [row.join(), row])).values()];
}
