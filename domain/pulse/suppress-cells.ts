import { cellCount, cellTotals, DisclosureNetwork, type TreeShape } from './disclosure-network';

/** People whom published cells add up: those who answered one question, or those who were asked. */
export interface Pattern {
  /** How many there are in each atom. */
  counts: readonly number[];
  /** Cells of this pattern that are known whatever the release withholds. */
  isKnown?: (cell: number) => boolean;
}

interface SuppressionProblem {
  shape: TreeShape;
  /** One cell is published for all patterns or for none. */
  patterns: readonly Pattern[];
  /** By cell: the less a reader loses with it, the sooner it is given up to protect others. */
  worth: readonly number[];
  minimum: number;
  /** Cells that are withheld for reasons of their own. */
  isWithheld?: (cell: number) => boolean;
}

/**
 * The cells that must not be published. Primary: fewer people than the minimum in any pattern. Complementary: as many
 * more as it takes until every group that follows from published cells by adding and subtracting has at least the
 * minimum, for a reader who also knows which atoms are empty. No single one of these could be published as well.
 */
export function suppressCells(problem: SuppressionProblem): Set<number> {
  const { shape, minimum, worth } = problem;
  const patterns = distinct(problem.patterns);
  const totals = patterns.map(({ counts }) => cellTotals(shape, counts));
  const everyCell = Array.from({ length: cellCount(shape) }, (_, cell) => cell);
  const primary = new Set(
    everyCell.filter(
      (cell) => problem.isWithheld?.(cell) || totals.some((total) => (total[cell] ?? 0) < minimum),
    ),
  );
  const hidden = new Set(primary);
  for (const [index, pattern] of patterns.entries()) {
    const cost = (cell: number) => (worth[cell] ?? 0) * 1_000_000 + (totals[index]?.[cell] ?? 0);
    for (const cell of complements({ problem, pattern, hidden, cost })) hidden.add(cell);
  }
  publishAgain({ problem, patterns, primary, hidden });
  return hidden;
}

interface ComplementInput {
  problem: SuppressionProblem;
  pattern: Pattern;
  hidden: ReadonlySet<number>;
  cost: (cell: number) => number;
}

function complements({ problem, pattern, hidden, cost }: ComplementInput): number[] {
  const network = networkOf(problem, pattern, () => true);
  const given: number[] = [];
  for (const cell of hidden) if (!pattern.isKnown?.(cell)) network.withhold(cell);
  for (const [atom, count] of pattern.counts.entries()) {
    if (count === 0 || count >= problem.minimum) continue;
    for (;;) {
      const leak = network.findLeak(atom);
      if (!leak) break;
      const cell = cheapest(leak, pattern, cost);
      network.withhold(cell);
      given.push(cell);
    }
  }
  return given;
}

/** The cell to withhold against a leak. */
function cheapest(leak: readonly number[], pattern: Pattern, cost: (cell: number) => number) {
  const choice = leak
    .filter((cell) => !pattern.isKnown?.(cell))
    .reduce((best, cell) => (best < 0 || cost(cell) < cost(best) ? cell : best), -1);
  if (choice < 0) throw new Error('What is known anyway gives a small group away.');
  return choice;
}

/** Takes back what turned out not to be needed, the most valuable first. */
function publishAgain({
  problem,
  patterns,
  primary,
  hidden,
}: {
  problem: SuppressionProblem;
  patterns: readonly Pattern[];
  primary: ReadonlySet<number>;
  hidden: Set<number>;
}): void {
  const networks = patterns.map((pattern) => {
    const isPublished = (cell: number) => !hidden.has(cell) || pattern.isKnown?.(cell) === true;
    const network = networkOf(problem, pattern, isPublished);
    for (const cell of primary) if (!pattern.isKnown?.(cell)) network.withhold(cell);
    return { network, isKnown: pattern.isKnown ?? (() => false) };
  });
  const candidates = [...hidden]
    .filter((cell) => !primary.has(cell))
    .sort((a, b) => (problem.worth[b] ?? 0) - (problem.worth[a] ?? 0) || a - b);
  for (const cell of candidates) {
    const concerned = networks.filter(({ isKnown }) => !isKnown(cell));
    const isSafe = concerned.every(({ network }) => network.isSafeToPublish(cell));
    for (const { network } of concerned) {
      if (isSafe) network.publish(cell);
      else network.withhold(cell);
    }
    if (isSafe) hidden.delete(cell);
  }
}

function networkOf(
  { shape, minimum }: SuppressionProblem,
  { counts }: Pattern,
  isPublished: (cell: number) => boolean,
): DisclosureNetwork {
  const weights = counts.map((count) => (count === 0 ? null : count));
  return new DisclosureNetwork({ shape, weights, limit: minimum - 1, isPublished });
}

function distinct(patterns: readonly Pattern[]): Pattern[] {
  const keyOf = ({ counts, isKnown }: Pattern) => `${isKnown ? 'known' : ''}:${counts.join()}`;
  return [...new Map(patterns.map((pattern) => [keyOf(pattern), pattern])).values()];
}
