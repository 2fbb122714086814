import { describe, expect, it } from 'vitest';
import { lightestGroup } from '../../test/oracles/lightest-group';
import { minimum, orNobody, simulatedRelease } from '../../test/oracles/simulated-release';
import { cellAt } from './disclosure-network';

describe('releases made up at random, judged by a solver that knows nothing of networks', () => {
  it('give away no group below the minimum', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const release = simulatedRelease(seed, { departments: 24, questions: 2 });
      for (const counts of release.patterns) {
        const lightest = await lightestGroup(release.shape, release.published, orNobody(counts));
        expect(lightest ?? minimum).toBeGreaterThanOrEqual(minimum);
      }
    }
  });

  it('would give one away if the solver looked at what is withheld: three people of one team', async () => {
    const shape = { parents: [-1, 0, 0], bands: 1 };
    const everything = [0, 1, 2].map((department) => cellAt(shape, department, 1));
    expect(await lightestGroup(shape, everything, [3, 8, 9])).toBe(3);
  });
});
