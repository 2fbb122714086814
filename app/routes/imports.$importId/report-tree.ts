export interface TallyEntry {
  path: readonly string[];
  rows: number;
  scores: readonly ScoreTally[];
}

interface ScoreTally {
  metric: string;
  scored: number;
  satisfied: number;
}

export interface ReportRow extends TallyEntry {
  name: string;
  depth: number;
  /** Set once the unit is a department. */
  departmentId: string | null;
}

interface MatchedPath {
  path: readonly string[];
  departmentId: string | null;
}

/**
 * The units of the file as a tree in reading order; each counts everything below it. A wider unit that no row names by
 * itself is found as the ancestor of the department that a narrower one stands for.
 */
export function reportTree(
  tally: readonly TallyEntry[],
  matches: readonly MatchedPath[],
  parentOf: (departmentId: string) => string | null,
): ReportRow[] {
  const rows = new Map<string, ReportRow>();
  for (const entry of tally) {
    const lengths = entry.path.length === 0 ? [0] : entry.path.map((_name, index) => index + 1);
    for (const length of lengths) {
      const path = entry.path.slice(0, length);
      const key = JSON.stringify(path);
      const row = rows.get(key) ?? {
        path,
        name: path.at(-1) ?? '',
        depth: Math.max(path.length - 1, 0),
        departmentId: departmentOf(path, matches, parentOf),
        rows: 0,
        scores: [],
      };
      rows.set(key, {
        ...row,
        rows: row.rows + entry.rows,
        scores: summed(row.scores, entry.scores),
      });
    }
  }
  return [...rows.values()].sort((a, b) => compare(a.path, b.path));
}

function summed(before: readonly ScoreTally[], added: readonly ScoreTally[]): ScoreTally[] {
  const sums = new Map(before.map((tally) => [tally.metric, tally]));
  for (const { metric, scored, satisfied } of added) {
    const sum = sums.get(metric) ?? { scored: 0, satisfied: 0 };
    sums.set(metric, {
      metric,
      scored: sum.scored + scored,
      satisfied: sum.satisfied + satisfied,
    });
  }
  return [...sums.values()];
}

function departmentOf(
  path: readonly string[],
  matches: readonly MatchedPath[],
  parentOf: (departmentId: string) => string | null,
): string | null {
  const startsWithPath = (match: MatchedPath) =>
    path.every((name, index) => match.path[index] === name);
  const own = matches.find((match) => match.path.length === path.length && startsWithPath(match));
  if (own) return own.departmentId;
  const below = matches.find((match) => match.departmentId !== null && startsWithPath(match));
  let departmentId = below?.departmentId ?? null;
  for (
    let level = path.length;
    below && level < below.path.length && departmentId !== null;
    level++
  ) {
    departmentId = parentOf(departmentId);
  }
  return departmentId;
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const order = (a[index] ?? '').localeCompare(b[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}
