import loadHighs from 'highs';
import type { TreeShape } from '../../domain/pulse/disclosure-network';
import { atomsOfCell } from './random-organisation';

const highs = loadHighs();

/**
 * The lightest group of atoms whose sum follows from published cells, found by mixed-integer programming (HiGHS): one
 * factor per published cell, free; one 0–1 variable per atom with people, equal to the factors of the cells that cover
 * it. Undefined when there is none.
 */
export async function lightestGroup(
  shape: TreeShape,
  published: readonly number[],
  weights: readonly (number | null)[],
): Promise<number | undefined> {
  const atoms = weights.flatMap((weight, atom) => (weight === null ? [] : [atom]));
  if (atoms.length === 0 || published.length === 0) return undefined;
  const covering = new Map<number, number[]>(atoms.map((atom) => [atom, []]));
  for (const cell of published)
    for (const atom of atomsOfCell(shape, cell)) covering.get(atom)?.push(cell);
  const model = [
    'Minimize',
    ` weight: ${atoms.map((atom) => `${weights[atom]} y${atom}`).join(' + ')}`,
    'Subject To',
    ...atoms.map(
      (atom) =>
        ` a${atom}: ${covering
          .get(atom)!
          .map((cell) => `f${cell}`)
          .join(' + ')}${covering.get(atom)!.length > 0 ? ' - ' : ' '}y${atom} = 0`,
    ),
    ` some: ${atoms.map((atom) => `y${atom}`).join(' + ')} >= 1`,
    'Bounds',
    ...published.map((cell) => ` f${cell} free`),
    'Binary',
    ` ${atoms.map((atom) => `y${atom}`).join(' ')}`,
    'End',
  ].join('\n');
  const solution = (await highs).solve(model, { output_flag: false });
  if (solution.Status === 'Infeasible') return undefined;
  if (solution.Status !== 'Optimal') throw new Error(`HiGHS: ${solution.Status}`);
  return Math.round(solution.ObjectiveValue);
}
