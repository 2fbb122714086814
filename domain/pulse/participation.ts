import { smallestParticipation } from '../../universal/pulse/small-group';
import { subtreesOf, type TreeDepartment, treeShape } from './department-tree';
import { suppressCells } from './suppress-cells';

/** How many of a department and everything below it took part. Null: nobody was asked, or too few to show it. */
export interface Participation {
  departmentId: string;
  asked: number | null;
  answered: number | null;
}

/** How many directly in a department were asked, and took part. */
export interface ParticipationCount {
  departmentId: string;
  asked: number;
  answered: number;
}

/**
 * The departments whose participation can be shown, with everything below them: every group that follows from the
 * numbers by adding and subtracting is nobody, or at least the minimum of people asked.
 */
export function participationShown(
  tree: readonly TreeDepartment[],
  asked: ReadonlyMap<string, number>,
  minimum: number,
): Set<string> {
  const under = subtreesOf(tree);
  const isWithheld = (cell: number) => cell % 2 === 0;
  const hidden = suppressCells({
    shape: treeShape(tree, 1),
    patterns: [{ counts: tree.map(({ departmentId }) => asked.get(departmentId) ?? 0) }],
    worth: tree.flatMap(({ departmentId }) => [0, under.get(departmentId)?.length ?? 1]),
    minimum: smallestParticipation(minimum),
    isWithheld,
  });
  return new Set(
    tree.filter((_, position) => !hidden.has(2 * position + 1)).map((each) => each.departmentId),
  );
}

/** Participation over the tree, from any number of counts of each department. Each shown number counts everybody in the department and below it. */
export function participationTable(
  tree: readonly TreeDepartment[],
  counts: readonly ParticipationCount[],
  shown: ReadonlySet<string>,
): Participation[] {
  const direct = new Map<string, { asked: number; answered: number }>();
  for (const { departmentId, asked, answered } of counts) {
    const { asked: otherAsked = 0, answered: otherAnswered = 0 } = direct.get(departmentId) ?? {};
    direct.set(departmentId, { asked: otherAsked + asked, answered: otherAnswered + answered });
  }
  const under = subtreesOf(tree);
  return tree.map(({ departmentId }) => {
    if (!shown.has(departmentId)) return { departmentId, asked: null, answered: null };
    let [asked, answered] = [0, 0];
    for (const below of under.get(departmentId) ?? []) {
      asked += direct.get(below)?.asked ?? 0;
      answered += direct.get(below)?.answered ?? 0;
    }
    return { departmentId, asked, answered };
  });
}

/**
 * Where each department's own people are counted: in the lowest shown department that they belong to, null where none
 * is shown. Every group that comes of it is as large as what is shown has to be.
 */
export function countedDepartments(
  tree: readonly TreeDepartment[],
  shown: ReadonlySet<string>,
): Map<string, string | null> {
  const parents = new Map(
    tree.map(({ departmentId, parentDepartmentId }) => [departmentId, parentDepartmentId]),
  );
  const counted = (departmentId: string | null): string | null =>
    departmentId === null || shown.has(departmentId)
      ? departmentId
      : counted(parents.get(departmentId) ?? null);
  return new Map(tree.map(({ departmentId }) => [departmentId, counted(departmentId)]));
}

/** How many there are of each, by department. */
export function countByDepartment(
  people: readonly { departmentId: string }[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { departmentId } of people)
    counts.set(departmentId, (counts.get(departmentId) ?? 0) + 1);
  return counts;
}
