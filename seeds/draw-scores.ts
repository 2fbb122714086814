import type { DepartmentMood } from './data/feedback-plan';
import type { SeedRandom } from './seed-random';

/** What one customer gave; higher is better everywhere. */
export interface Scores {
  nps: number | null;
  csat: number | null;
  ces: number | null;
}

// Where the mood of a customer, in standard deviations, tips over to the next point of the scale.
const NPS_CUTS = [-2.7, -2.4, -2.15, -1.9, -1.7, -1.35, -1.0, -0.55, 0.05, 0.7];
const CSAT_CUTS = [-1.9, -1.3, -0.7, 0.35];
const CES_CUTS = [-2.1, -1.65, -1.2, -0.7, -0.15, 0.65];

/** Turns a mood into answers; each question has noise of its own, and some leave a question out. */
export function drawScores(
  random: SeedRandom,
  mood: number,
  { asksEffort }: { asksEffort: boolean },
): Scores {
  const answer = (cuts: readonly number[]) => {
    const felt = mood + random.normal(0, 0.45);
    const above = cuts.findIndex((cut) => felt < cut);
    return above === -1 ? cuts.length : above;
  };
  const csat = 1 + answer(CSAT_CUTS);
  const nps = random.chance(0.93) ? answer(NPS_CUTS) : null;
  const ces = asksEffort && random.chance(0.9) ? 1 + answer(CES_CUTS) : null;
  return { csat, nps, ces };
}

/** Mean position of the answers given, from 0 (worst) to 100 (best). */
export function scorePercent({ nps, csat, ces }: Scores): number {
  const parts = [
    nps === null ? null : nps * 10,
    csat === null ? null : (csat - 1) * 25,
    ces === null ? null : ((ces - 1) * 100) / 6,
  ].filter((part) => part !== null);
  return parts.reduce((sum, part) => sum + part, 0) / Math.max(1, parts.length);
}

/** Shift of a department's mood on a day: where it started, where it went, and what happened in between. */
export function departmentMoodOn(mood: DepartmentMood, daysAgo: number, days: number): number {
  const drift = mood.base + mood.trend * (1 - daysAgo / days);
  const { episode } = mood;
  if (!episode) return drift;
  const into = (episode.daysAgo - daysAgo) / episode.days;
  return into < 0 || into > 1 ? drift : drift + episode.shift * Math.sin(Math.PI * into);
}
