import { childrenOf, type TreeDepartment } from './department-tree';

/** How many of a department and everything below it took part. Null: nobody was asked, or too few to show it. */
export interface Participation {
  departmentId: string;
  asked: number | null;
  answered: number | null;
}

interface Count {
  asked: number;
  answered: number;
}

const none: Count = { asked: 0, answered: 0 };
const sum = (counts: readonly Count[]): Count =>
  counts.reduce((a, b) => ({ asked: a.asked + b.asked, answered: a.answered + b.answered }), none);

/**
 * Participation over the tree. Groups of people that are too small to be shown, such as the few who work directly in a
 * division, are counted further up, where there are enough of them together: what is left when the departments below
 * are subtracted is nobody or a group that is large enough. What stays too small at the top is not counted.
 */
export function participationTable(
  tree: readonly TreeDepartment[],
  direct: readonly ({ departmentId: string } & Count)[],
  minimum: number,
): Participation[] {
  const counts = new Map(direct.map((row) => [row.departmentId, row]));
  const children = childrenOf(tree);
  const shown = new Map<string, Count>();
  const countUp = (departmentId: string): { shown: Count; left: Count } => {
    const below = (children.get(departmentId) ?? []).map(countUp);
    const parts = sum(below.map((part) => part.shown));
    const small = sum([counts.get(departmentId) ?? none, ...below.map((part) => part.left)]);
    const isEnough = small.asked >= minimum;
    const own = isEnough ? sum([parts, small]) : parts;
    if (own.asked > 0) shown.set(departmentId, own);
    return { shown: own, left: isEnough ? none : small };
  };
  for (const root of children.get(null) ?? []) countUp(root);
  return tree.map(({ departmentId }) => {
    const own = shown.get(departmentId);
    return { departmentId, asked: own?.asked ?? null, answered: own?.answered ?? null };
  });
}
