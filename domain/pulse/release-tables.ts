import { childrenOf, subtreesOf, type TreeDepartment } from './department-tree';
import { type Cell, suppressCells, type SuppressionProblem } from './suppression';
import { type TenureBand, tenureBands } from './tenure-band';

/** Answers to one question added up for those of one band who work directly in one department. */
export interface AnswerSum {
  departmentId: string;
  tenureBand: TenureBand;
  questionKey: string;
  n: number;
  scoreSum: number;
  scoreSquareSum: number;
  favourable: number;
  promoters: number;
  detractors: number;
}

export interface ReleaseQuestion {
  key: string;
  kind: 'nps' | 'agreement';
}

type Figures = Omit<AnswerSum, 'departmentId' | 'tenureBand' | 'questionKey'>;

/** One cell of a release: a department with everything below it, by one attribute. Null: empty or withheld. */
export interface ReleaseCell {
  departmentId: string;
  attribute: 'all' | 'tenure';
  attributeValue: string;
  question: ReleaseQuestion;
  figures: Figures | null;
}

interface ReleaseInput {
  tree: readonly TreeDepartment[];
  questions: readonly ReleaseQuestion[];
  sums: readonly AnswerSum[];
  minimum: number;
}

const columns = ['all', ...tenureBands] as const;
type Column = (typeof columns)[number];
const keyOf = (departmentId: string, column: Column) => `${departmentId}:${column}`;

/** All tables of a release: the department tree by tenure, with every cell that could give someone away left empty. */
export function releaseCells({ tree, questions, sums, minimum }: ReleaseInput): ReleaseCell[] {
  const groupOf = groupsOf(tree);
  const subtrees = subtreesOf(tree);
  const cells = cellsOf(tree, subtrees, groupOf);
  const byQuestion = questions.map((question) => {
    const groups = new Map<number, AnswerSum>();
    for (const sum of sums) {
      const group = groupOf(sum.departmentId, sum.tenureBand);
      if (sum.questionKey === question.key && group !== undefined) groups.set(group, sum);
    }
    return { question, groups };
  });
  const size = tree.length * tenureBands.length;
  const hidden = suppressCells({
    counts: byQuestion.map(({ groups }) =>
      Array.from({ length: size }, (_, group) => groups.get(group)?.n ?? 0),
    ),
    cells,
    splits: splitsOf(tree),
    known: tree.flatMap(({ departmentId }) => directGroups(departmentId, groupOf)),
    minimum,
  });
  return cells.flatMap(({ departmentId, column, key, groups }) =>
    byQuestion.map((answers): ReleaseCell => ({
      departmentId,
      attribute: column === 'all' ? 'all' : 'tenure',
      attributeValue: column,
      question: answers.question,
      figures: hidden.has(key) ? null : addUp(groups.map((group) => answers.groups.get(group))),
    })),
  );
}

type GroupOf = (departmentId: string, band: TenureBand) => number | undefined;

function groupsOf(tree: readonly TreeDepartment[]): GroupOf {
  const positions = new Map(tree.map(({ departmentId }, index) => [departmentId, index]));
  return (departmentId, band) => {
    const position = positions.get(departmentId);
    return position === undefined
      ? undefined
      : position * tenureBands.length + tenureBands.indexOf(band);
  };
}

function groupsIn(departmentIds: readonly string[], column: Column, groupOf: GroupOf): number[] {
  const bands = column === 'all' ? tenureBands : [column];
  return departmentIds
    .flatMap((departmentId) => bands.map((band) => groupOf(departmentId, band)))
    .filter((group) => group !== undefined);
}

function cellsOf(
  tree: readonly TreeDepartment[],
  subtrees: ReadonlyMap<string, readonly string[]>,
  groupOf: GroupOf,
): (Cell & { departmentId: string; column: Column })[] {
  return tree.flatMap(({ departmentId }) => {
    const below = subtrees.get(departmentId) ?? [departmentId];
    return columns.map((column) => ({
      key: keyOf(departmentId, column),
      departmentId,
      column,
      groups: groupsIn(below, column, groupOf),
      // Bands go first, then small departments, the organisation as a whole last.
      worth: column === 'all' ? 1 + Math.ceil(Math.log2(1 + below.length)) : 0,
    }));
  });
}

function splitsOf(tree: readonly TreeDepartment[]): SuppressionProblem['splits'] {
  const children = childrenOf(tree);
  return tree.flatMap(({ departmentId }) => [
    {
      whole: keyOf(departmentId, 'all'),
      parts: tenureBands.map((band) => keyOf(departmentId, band)),
    },
    ...columns.map((column) => ({
      whole: keyOf(departmentId, column),
      parts: (children.get(departmentId) ?? []).map((child) => keyOf(child, column)),
    })),
  ]);
}

function directGroups(departmentId: string, groupOf: GroupOf): number[][] {
  return columns.map((column) => groupsIn([departmentId], column, groupOf));
}

function addUp(sums: readonly (AnswerSum | undefined)[]): Figures {
  const total: Figures = {
    n: 0,
    scoreSum: 0,
    scoreSquareSum: 0,
    favourable: 0,
    promoters: 0,
    detractors: 0,
  };
  for (const sum of sums) {
    if (!sum) continue;
    for (const name of [
      'n',
      'scoreSum',
      'scoreSquareSum',
      'favourable',
      'promoters',
      'detractors',
    ] as const) {
      total[name] += sum[name];
    }
  }
  return total;
}
