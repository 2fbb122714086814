import { confidenceOf, isBeyondNoise } from '../../universal/statistics/confidence';
import { adjustForMany } from '../../universal/statistics/false-discoveries';
import type { Change } from './measurement';

/**
 * Judges changes that are shown together, row by row: the more one looks at, the more would seem beyond noise by chance,
 * so each has to be surer. Interval and p-value stay those of a change by itself.
 */
export function judgeChanges<Line extends { change: Change | null }>(
  rows: readonly (readonly Line[])[],
): Line[][] {
  const pValues = rows.flat().flatMap(({ change }) => change?.pValue ?? []);
  const adjusted = adjustForMany(pValues).values();
  return rows.map((lines) =>
    lines.map((line) => {
      if (!line.change || line.change.pValue === null) return line;
      const pValue = adjusted.next().value ?? 1;
      const judged = { confidence: confidenceOf(pValue), isSignificant: isBeyondNoise(pValue) };
      return { ...line, change: { ...line.change, ...judged } };
    }),
  );
}
