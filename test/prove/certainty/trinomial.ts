import { npsSample, type Sample } from '../../../universal/statistics/sample';

/** Shares of promoters and detractors in everybody; the rest are passive. */
export interface NpsShape {
  promoters: number;
  detractors: number;
}

export const trueNps = ({ promoters, detractors }: NpsShape) => 100 * (promoters - detractors);

const shares = [
  0, 0.005, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8,
  0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 1,
];

/**
 * Every shape there is, on a net that is finer towards the corners and along the edge without passives. More detractors
 * than promoters is the same turned round.
 */
export const npsShapes: readonly NpsShape[] = shares.flatMap((detractors) => {
  const inside = shares.filter((promoters) => promoters + detractors <= 1 + 1e-9);
  const edge = [0, 0.005, 0.01, 0.02, 0.05, 0.1].map((passives) => 1 - detractors - passives);
  return [...new Set([...inside, ...edge].map((promoters) => Number(promoters.toFixed(3))))]
    .filter((promoters) => promoters >= detractors)
    .map((promoters) => ({ promoters, detractors }));
});

/** Shapes without passives: shares of favourable answers, read on the scale of NPS. */
export const shareShapes: readonly NpsShape[] = Array.from({ length: 101 }, (_, at) => {
  const promoters = 0.5 + at * 0.005;
  return { promoters, detractors: Number((1 - promoters).toFixed(3)) };
});

const logFactorials = [0];
for (let n = 1; n <= 2_000; n += 1) logFactorials.push(logFactorials[n - 1]! + Math.log(n));
const power = (share: number, times: number) => (times === 0 ? 0 : times * Math.log(share));

export interface Outcome {
  promoters: number;
  detractors: number;
  sample: Sample;
}

/** All that n answers can be. */
export function outcomesOf(n: number): Outcome[] {
  return Array.from({ length: n + 1 }, (_, promoters) =>
    Array.from({ length: n - promoters + 1 }, (__, detractors) => ({
      promoters,
      detractors,
      sample: npsSample({ promoters, detractors, n }),
    })),
  ).flat();
}

/** The probability of an outcome. */
export function chanceOf(
  { promoters: p, detractors: d }: NpsShape,
  n: number,
  { promoters, detractors }: Pick<Outcome, 'promoters' | 'detractors'>,
): number {
  const passives = n - promoters - detractors;
  return Math.exp(
    logFactorials[n]! -
      logFactorials[promoters]! -
      logFactorials[detractors]! -
      logFactorials[passives]! +
      power(p, promoters) +
      power(d, detractors) +
      power(Math.max(1 - p - d, 0), passives),
  );
}
