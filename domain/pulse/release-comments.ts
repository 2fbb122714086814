import { childrenOf, type TreeDepartment } from './department-tree';

interface CommentInput {
  tree: readonly TreeDepartment[];
  /** How many answered directly in each department. */
  answered: ReadonlyMap<string, number>;
  comments: readonly { departmentId: string; body: string }[];
  minimum: number;
}

/**
 * Places each comment at the lowest department where it could have come from enough people: groups that are too
 * small are pooled upwards, and a pool that is too small even at the top is not published.
 */
export function placeComments({ tree, answered, comments, minimum }: CommentInput): {
  departmentId: string;
  body: string;
}[] {
  const children = childrenOf(tree);
  const placed: { departmentId: string; body: string }[] = [];
  const pool = (departmentId: string): { people: number; bodies: string[] } => {
    const below = (children.get(departmentId) ?? []).map(pool);
    const own = comments
      .filter((comment) => comment.departmentId === departmentId)
      .map(({ body }) => body);
    const people = below.reduce((sum, part) => sum + part.people, answered.get(departmentId) ?? 0);
    const bodies = [...own, ...below.flatMap((part) => part.bodies)];
    if (people < minimum) return { people, bodies };
    placed.push(...bodies.map((body) => ({ departmentId, body })));
    return { people: 0, bodies: [] };
  };
  for (const root of children.get(null) ?? []) pool(root);
  return placed;
}
