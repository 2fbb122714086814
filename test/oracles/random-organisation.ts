import { cellAt, type TreeShape } from '../../domain/pulse/disclosure-network';

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** People by department and tenure band, each with whether and how they answered every question. */
export interface RandomOrganisation {
  shape: TreeShape;
  /** Per atom, how many were asked. */
  asked: number[];
  /** Per question and atom, how many answered. */
  answered: number[][];
}

/**
 * An organisation as releases meet them: a tree three or four levels deep, one head or a small staff in a division,
 * teams of 3 to 40, most people in the middle bands, three of four answering, a few leaving a question out.
 */
export function randomOrganisation(
  random: () => number,
  { departments, bands, questions }: { departments: number; bands: number; questions: number },
): RandomOrganisation {
  const parents = Array.from({ length: departments }, (_, department) => {
    if (department === 0) return -1;
    const divisions = Math.max(1, Math.round(Math.sqrt(departments)));
    return department <= divisions
      ? 0
      : 1 + Math.floor(random() * Math.min(divisions, department - 1));
  });
  const isLeaf = parents.map((_, department) => !parents.includes(department));
  const shares = [0.18, 0.27, 0.35, 0.2].slice(0, bands);
  const whole = shares.reduce((a, b) => a + b, 0);
  const asked: number[] = [];
  for (const leaf of isLeaf) {
    const people = leaf ? 3 + Math.floor(random() * 38) : 1 + Math.floor(random() * random() * 8);
    const counts = shares.map(() => 0);
    for (let person = 0; person < people; person++) {
      let at = random() * whole;
      const band = shares.findIndex((share) => (at -= share) < 0);
      counts[Math.max(0, band)]! += 1;
    }
    asked.push(...counts);
  }
  const binomial = (count: number, chance: number) => {
    let hits = 0;
    for (let each = 0; each < count; each++) if (random() < chance) hits += 1;
    return hits;
  };
  const sheets = asked.map((count) => binomial(count, 0.76));
  const answered = Array.from({ length: questions }, () =>
    sheets.map((count) => binomial(count, 0.98)),
  );
  return { shape: { parents, bands }, asked, answered };
}

/** Which atoms a cell covers, worked out apart from the code under test. */
export function atomsOfCell({ parents, bands }: TreeShape, cell: number): number[] {
  const [department, column] = [Math.floor(cell / (bands + 1)), cell % (bands + 1)];
  const isBelow = (each: number): boolean =>
    each === department || (each >= 0 && isBelow(parents[each] ?? -1));
  return parents.flatMap((_, each) =>
    isBelow(each)
      ? Array.from({ length: bands }, (__, band) => band)
          .filter((band) => column === bands || column === band)
          .map((band) => each * bands + band)
      : [],
  );
}

export const allCells = (shape: TreeShape): number[] =>
  shape.parents.flatMap((_, department) =>
    Array.from({ length: shape.bands + 1 }, (__, column) => cellAt(shape, department, column)),
  );
