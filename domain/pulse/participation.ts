import { subtreesOf, type TreeDepartment } from './department-tree';

/** How many of a department and everything below it took part. Null: nobody was asked, or too few to show it. */
export interface Participation {
  departmentId: string;
  asked: number | null;
  answered: number | null;
}

/** Participation over the tree, shown only where at least the minimum was asked. */
export function participationTable(
  tree: readonly TreeDepartment[],
  direct: readonly { departmentId: string; asked: number; answered: number }[],
  minimum: number,
): Participation[] {
  const counts = new Map(direct.map((row) => [row.departmentId, row]));
  const subtrees = subtreesOf(tree);
  return tree.map(({ departmentId }) => {
    const below = (subtrees.get(departmentId) ?? []).map((id) => counts.get(id));
    const asked = below.reduce((sum, row) => sum + (row?.asked ?? 0), 0);
    if (asked < minimum) return { departmentId, asked: null, answered: null };
    return {
      departmentId,
      asked,
      answered: below.reduce((sum, row) => sum + (row?.answered ?? 0), 0),
    };
  });
}
