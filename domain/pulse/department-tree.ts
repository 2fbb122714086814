import type { TreeShape } from './disclosure-network';

/** A department as results need it: where it stands in the tree. */
export interface TreeDepartment {
  departmentId: string;
  parentDepartmentId: string | null;
}

/** The children of each department, in the order given; roots stand under null. */
export function childrenOf(tree: readonly TreeDepartment[]): Map<string | null, string[]> {
  const known = new Set(tree.map(({ departmentId }) => departmentId));
  const children = new Map<string | null, string[]>();
  for (const { departmentId, parentDepartmentId } of tree) {
    const parent =
      parentDepartmentId !== null && known.has(parentDepartmentId) ? parentDepartmentId : null;
    children.set(parent, [...(children.get(parent) ?? []), departmentId]);
  }
  return children;
}

/** Each department with itself and everything below it. */
export function subtreesOf(tree: readonly TreeDepartment[]): Map<string, string[]> {
  const children = childrenOf(tree);
  const subtrees = new Map<string, string[]>();
  const walk = (departmentId: string): string[] => {
    const below = [departmentId, ...(children.get(departmentId) ?? []).flatMap(walk)];
    subtrees.set(departmentId, below);
    return below;
  };
  for (const root of children.get(null) ?? []) walk(root);
  return subtrees;
}

/** Parents before their children, each followed by everything below it. */
export function inTreeOrder(tree: readonly TreeDepartment[]): TreeDepartment[] {
  const byId = new Map(tree.map((department) => [department.departmentId, department]));
  const children = childrenOf(tree);
  const walk = (departmentId: string): TreeDepartment[] => [
    byId.get(departmentId)!,
    ...(children.get(departmentId) ?? []).flatMap(walk),
  ];
  return (children.get(null) ?? []).flatMap(walk);
}

/** Where each department stands in the list. */
export function positionsOf(tree: readonly TreeDepartment[]): Map<string, number> {
  return new Map(tree.map(({ departmentId }, position) => [departmentId, position]));
}

/** The tree by positions in its list. */
export function treeShape(tree: readonly TreeDepartment[], bands: number): TreeShape {
  const positions = positionsOf(tree);
  return {
    parents: tree.map(({ parentDepartmentId }) => positions.get(parentDepartmentId ?? '') ?? -1),
    bands,
  };
}
