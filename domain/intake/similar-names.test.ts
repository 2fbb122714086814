import { describe, expect, it } from 'vitest';
import { mostSimilar, similarity } from './similar-names';

const named = (...names: string[]) => names.map((name) => ({ names: [name] }));
const namesOf = (found: { names: string[] }[]) => found.map(({ names }) => names[0]);

describe('names that look alike', () => {
  it.each([
    ['Camdem stroe', 'Camden store'],
    ['camden-store', 'Camden Store'],
    ['Store Camden', 'Camden store'],
    ['Zürich', 'Zurich'],
    ['卡姆登店铺', '卡姆登店'],
    ['Emergancy', 'Emergency'],
  ])('%s is nearly %s', (typed, meant) => {
    expect(namesOf(mostSimilar(typed, named('Head office', meant, 'Leeds store')))[0]).toBe(meant);
  });

  it.each([
    ['Store 1', 'Store 2'],
    ['Ward 12', 'Ward 21'],
    ['HR', 'IT'],
    ['Leeds store', 'Camden store'],
    ['门店', '总部'],
  ])('%s is not %s', (typed, other) => {
    expect(mostSimilar(typed, named(other))).toEqual([]);
  });

  it('names the nearest first, and at most three', () => {
    const found = mostSimilar(
      'Camdn',
      named('Camber', 'Camden', 'Camdon', 'Camdna', 'Camdnn', 'Oslo'),
    );
    expect(found).toHaveLength(3);
    expect(similarity('Camdn', found[0]!.names[0]!)).toBeGreaterThanOrEqual(
      similarity('Camdn', found[2]!.names[0]!),
    );
  });
});
