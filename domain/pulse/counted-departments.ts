import { childrenOf, type TreeDepartment } from './department-tree';

/**
 * Where the participation of each department's own people is counted: in the department, or as far up as it takes for a
 * group of at least the minimum. Null where even the whole tree leaves too few over.
 */
export function countedDepartments(
  tree: readonly TreeDepartment[],
  /** The department of each person asked. */
  asked: readonly string[],
  minimum: number,
): Map<string, string | null> {
  const people = new Map<string, number>();
  for (const departmentId of asked) people.set(departmentId, (people.get(departmentId) ?? 0) + 1);
  const children = childrenOf(tree);
  const counted = new Map<string, string | null>();
  /** Departments whose people still look for a group, and how many those are. */
  const gather = (departmentId: string): { from: string[]; size: number } => {
    const parts = (children.get(departmentId) ?? []).map(gather);
    const from = [departmentId, ...parts.flatMap((part) => part.from)];
    const size = parts.reduce((sum, part) => sum + part.size, people.get(departmentId) ?? 0);
    if (size < minimum) return { from, size };
    for (const each of from) counted.set(each, departmentId);
    return { from: [], size: 0 };
  };
  for (const root of children.get(null) ?? [])
    for (const leftOver of gather(root).from) counted.set(leftOver, null);
  return counted;
}
