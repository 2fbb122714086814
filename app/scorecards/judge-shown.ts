import { confidenceOf, isBeyondNoise } from '../../universal/statistics/confidence';
import { adjustForMany } from '../../universal/statistics/false-discoveries';
import type { ScoreChange } from './scorecard';

interface Shown {
  lines: readonly { change: ScoreChange | null }[];
}

/** How many changes a page judges together. */
export function countJudged(rows: readonly Shown[]): number {
  return rows.flatMap(({ lines }) => lines).filter(({ change }) => change?.pValue != null).length;
}

/**
 * Judges all changes of a page together, whatever tables they stand in: what one table alone would call beyond noise may
 * be chance among all that is shown. Gives the function that judges a line.
 */
export function judgeShown(
  rows: readonly Shown[],
): <Line extends { change: ScoreChange | null }>(line: Line) => Line {
  const changes = rows
    .flatMap(({ lines }) => lines.map(({ change }) => change))
    .filter((change) => change !== null && change.pValue !== null);
  const adjusted = adjustForMany(changes.map((change) => change!.pValue!));
  const byChange = new Map(changes.map((change, at) => [change, adjusted[at]!]));
  return (line) => {
    const pValue = byChange.get(line.change);
    if (pValue === undefined || !line.change) return line;
    const judged = { confidence: confidenceOf(pValue), isSignificant: isBeyondNoise(pValue) };
    return { ...line, change: { ...line.change, ...judged } };
  };
}
