import { positionsOf, subtreesOf, type TreeDepartment, treeShape } from './department-tree';
import type { AnswerTotals, ReleasedFigures } from './blur-figures';
import { blurQuestion } from './blur-question';
import { atomAt, atomCount, cellAt, cellTotals, type TreeShape } from './disclosure-network';
import {
  type Participation,
  type ParticipationCount,
  participationShown,
  participationTable,
} from './participation';
import { suppressCells } from './suppress-cells';
import { type TenureBand, tenureBands } from './tenure-band';

/** Answers to one question added up for those of one band who work directly in one department. */
export interface AnswerSum extends AnswerTotals {
  departmentId: string;
  tenureBand: TenureBand;
  questionKey: string;
}

export interface ReleaseQuestion {
  key: string;
  kind: 'nps' | 'agreement';
}

/** One cell of a release: a department with everything below it, by one attribute. Null: empty or withheld. */
export interface ReleaseCell {
  departmentId: string;
  attribute: 'all' | 'tenure';
  attributeValue: string;
  question: ReleaseQuestion;
  figures: ReleasedFigures | null;
}

/** How many of one band who work directly in one department were asked. */
export interface AskedCount {
  departmentId: string;
  tenureBand: TenureBand;
  asked: number;
}

interface ReleaseInput {
  tree: readonly TreeDepartment[];
  questions: readonly ReleaseQuestion[];
  sums: readonly AnswerSum[];
  asked: readonly AskedCount[];
  /** Who took part, by the department where it is counted. */
  participation: readonly ParticipationCount[];
  /** Departments whose participation was shown while the round was open. */
  shown: ReadonlySet<string>;
  minimum: number;
  /** Cells that are withheld for reasons of their own. */
  isWithheld?: (departmentId: string, attributeValue: string) => boolean;
}

const columns = [...tenureBands, 'all'] as const;

/**
 * All tables of a release: the department tree by tenure, with every cell that could give someone away left empty.
 * People who were asked are a pattern of their own: how many answered is a sum over them, and so is participation.
 */
export function releaseTables(input: ReleaseInput): {
  cells: ReleaseCell[];
  participation: Participation[];
} {
  const { tree, questions, minimum } = input;
  const shape = treeShape(tree, tenureBands.length);
  const atomOf = atomsIn(tree, shape);
  const byQuestion = questions.map((question) => {
    const atoms = Array.from({ length: atomCount(shape) }, (): AnswerSum | null => null);
    for (const sum of input.sums) {
      const atom = sum.questionKey === question.key ? atomOf(sum) : undefined;
      if (atom !== undefined) atoms[atom] = sum;
    }
    return { question, atoms, counts: atoms.map((sum) => sum?.n ?? 0) };
  });
  // People whose record is gone were asked all the same.
  const asked = Array.from({ length: atomCount(shape) }, (_, atom) =>
    Math.max(0, ...byQuestion.map(({ counts }) => counts[atom] ?? 0)),
  );
  for (const count of input.asked) {
    const atom = atomOf(count);
    if (atom !== undefined) asked[atom] = Math.max(asked[atom] ?? 0, count.asked);
  }
  const shown = stillShown(input, shape, asked);
  const departmentOf = (cell: number) =>
    tree[Math.floor(cell / columns.length)]?.departmentId ?? '';
  const columnOf = (cell: number) => columns[cell % columns.length] ?? 'all';
  const isShown = (cell: number) => columnOf(cell) === 'all' && shown.has(departmentOf(cell));
  const worth = worthOfCells(tree);
  const hidden = suppressCells({
    shape,
    patterns: [
      ...byQuestion.map(({ counts }) => ({ counts })),
      { counts: asked, isKnown: isShown },
    ],
    worth,
    minimum,
    // What is too much to know of participation is too much to know of answers.
    isWithheld: (cell) =>
      (columnOf(cell) === 'all' && !isShown(cell)) ||
      input.isWithheld?.(departmentOf(cell), columnOf(cell)) === true,
  });
  const figures = byQuestion.map(({ question, atoms }) =>
    blurQuestion({
      shape,
      kind: question.kind,
      atoms,
      cells: addUp(shape, atoms),
      isPublished: (cell) => !hidden.has(cell),
      worth,
    }),
  );
  const cells = tree.flatMap(({ departmentId }, department) =>
    columns.flatMap((column, position) =>
      questions.map((question, index): ReleaseCell => ({
        departmentId,
        attribute: column === 'all' ? 'all' : 'tenure',
        attributeValue: column,
        question,
        figures: figures[index]?.[cellAt(shape, department, position)] ?? null,
      })),
    ),
  );
  return { cells, participation: participationTable(tree, input.participation, shown) };
}

function atomsIn(tree: readonly TreeDepartment[], shape: TreeShape) {
  const positions = positionsOf(tree);
  return ({ departmentId, tenureBand }: AskedCount | AnswerSum): number | undefined => {
    const department = positions.get(departmentId);
    return department === undefined
      ? undefined
      : atomAt(shape, department, tenureBands.indexOf(tenureBand));
  };
}

/** Records of people can go while a round is open; what is shown of fewer people is judged once more. */
function stillShown(
  { tree, shown, minimum }: ReleaseInput,
  shape: TreeShape,
  asked: readonly number[],
): Set<string> {
  const people = new Map(
    tree.map(({ departmentId }, department) => [
      departmentId,
      tenureBands.reduce((sum, _, band) => sum + (asked[atomAt(shape, department, band)] ?? 0), 0),
    ]),
  );
  const safe = participationShown(tree, people, minimum);
  return new Set([...shown].filter((departmentId) => safe.has(departmentId)));
}

/** Bands go first, then small departments, the organisation as a whole last. */
function worthOfCells(tree: readonly TreeDepartment[]): number[] {
  const under = subtreesOf(tree);
  return tree.flatMap(({ departmentId }) => [
    ...tenureBands.map(() => 0),
    1 + Math.ceil(Math.log2(1 + (under.get(departmentId)?.length ?? 1))),
  ]);
}

/** What each cell adds up to; null where nobody answered. */
function addUp(shape: TreeShape, atoms: readonly (AnswerTotals | null)[]): (AnswerTotals | null)[] {
  const of = (name: keyof AnswerTotals) =>
    cellTotals(
      shape,
      atoms.map((atom) => atom?.[name] ?? null),
    );
  const totals = {
    n: of('n'),
    scoreSum: of('scoreSum'),
    scoreSquareSum: of('scoreSquareSum'),
    favourable: of('favourable'),
    promoters: of('promoters'),
    detractors: of('detractors'),
  };
  return totals.n.map((n, cell) =>
    n === 0
      ? null
      : {
          n,
          scoreSum: totals.scoreSum[cell]!,
          scoreSquareSum: totals.scoreSquareSum[cell]!,
          favourable: totals.favourable[cell]!,
          promoters: totals.promoters[cell]!,
          detractors: totals.detractors[cell]!,
        },
  );
}
