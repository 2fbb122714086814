import { childrenOf, subtreesOf, type TreeDepartment } from './department-tree';
import { suppressCells } from './suppression';

/** How many of a department and everything below it took part. Null: nobody was asked, or too few to show it. */
export interface Participation {
  departmentId: string;
  asked: number | null;
  answered: number | null;
}

/** Participation over the tree, shown only where enough were asked and where no small group follows from it. */
export function participationTable(
  tree: readonly TreeDepartment[],
  direct: readonly { departmentId: string; asked: number; answered: number }[],
  minimum: number,
): Participation[] {
  const counts = new Map(direct.map((row) => [row.departmentId, row]));
  const positions = new Map(tree.map(({ departmentId }, index) => [departmentId, index]));
  const subtrees = subtreesOf(tree);
  const children = childrenOf(tree);
  const groupsOf = (departmentId: string) =>
    (subtrees.get(departmentId) ?? [])
      .map((id) => positions.get(id))
      .filter((index) => index !== undefined);
  const hidden = suppressCells({
    counts: [tree.map(({ departmentId }) => counts.get(departmentId)?.asked ?? 0)],
    cells: tree.map(({ departmentId }) => {
      const groups = groupsOf(departmentId);
      return { key: departmentId, groups, worth: groups.length };
    }),
    splits: tree.map(({ departmentId }) => ({
      whole: departmentId,
      parts: children.get(departmentId) ?? [],
    })),
    known: tree.map((_, index) => [index]),
    minimum,
  });
  return tree.map(({ departmentId }) => {
    if (hidden.has(departmentId)) return { departmentId, asked: null, answered: null };
    const below = (subtrees.get(departmentId) ?? []).map((id) => counts.get(id));
    return {
      departmentId,
      asked: below.reduce((sum, row) => sum + (row?.asked ?? 0), 0),
      answered: below.reduce((sum, row) => sum + (row?.answered ?? 0), 0),
    };
  });
}
