import { describe, expect, it } from 'vitest';
import { derivableGroups } from '../oracles/derivable-groups';
import { lightestGroup } from '../oracles/lightest-group';
import { atomsOfCell } from '../oracles/random-organisation';
import { minimum, orNobody, simulatedRelease } from '../oracles/simulated-release';

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const percent = (values: readonly number[]) => `${Math.round(100 * mean(values))} %`;

describe('releases made up at random', () => {
  it('give away no group below the minimum: 1,000 organisations of 24 departments, judged by HiGHS', async () => {
    let leaks = 0;
    for (let seed = 1; seed <= 1000; seed++) {
      const release = simulatedRelease(seed, { departments: 24, questions: 2 });
      for (const counts of release.patterns) {
        const lightest = await lightestGroup(release.shape, release.published, orNobody(counts));
        if (lightest !== undefined && lightest < minimum) leaks += 1;
      }
    }
    expect(leaks).toBe(0);
  });

  it('give away no group below the minimum: 1,000 organisations of six departments, every subset tried', () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const release = simulatedRelease(seed, { departments: 6, questions: 2, bands: 4 });
      const sums = release.published.map((cell) => atomsOfCell(release.shape, cell));
      for (const counts of release.patterns)
        expect(derivableGroups(sums, orNobody(counts), minimum - 1)).toEqual([]);
    }
  });

  it('give away no group below the minimum in large organisations either, judged by HiGHS', async () => {
    for (const [departments, seeds] of [
      [200, 10],
      [1000, 2],
    ] as const) {
      for (let seed = 1; seed <= seeds; seed++) {
        const release = simulatedRelease(seed, { departments, questions: 1 });
        for (const counts of release.patterns) {
          const lightest = await lightestGroup(release.shape, release.published, orNobody(counts));
          expect(lightest ?? minimum).toBeGreaterThanOrEqual(minimum);
        }
      }
    }
  });

  it('keep most cells: the figures of docs/anonymity.md', () => {
    const rows = (
      [
        [24, 100],
        [200, 20],
        [1000, 3],
      ] as const
    ).flatMap(([departments, seeds]) =>
      [1, 7].map((questions) => {
        const releases = Array.from({ length: seeds }, (_, seed) =>
          simulatedRelease(seed + 1, { departments, questions }),
        );
        return {
          departments,
          questions,
          bands: percent(releases.map(({ bandsKept }) => bandsKept)),
          wholes: percent(releases.map(({ wholesKept }) => wholesKept)),
          milliseconds: mean(releases.map(({ milliseconds }) => milliseconds)).toFixed(1),
        };
      }),
    );
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
    for (const { departments, wholes } of rows)
      expect({ departments, isMost: parseInt(wholes) > 60 }).toEqual({ departments, isMost: true });
  });
});
