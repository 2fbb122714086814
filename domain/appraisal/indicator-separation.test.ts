import { describe, expect, it } from 'vitest';
import { separationSentence } from './indicator-separation';

const scores = (...groups: readonly [number, number | null][]) =>
  groups.flatMap(([count, score]) => Array<number | null>(count).fill(score));

describe('what is said of an indicator before it is saved', () => {
  it('tells when nearly every department gets everything, or nothing', () => {
    const full = separationSentence(scores([17, 100], [2, 60], [4, null]), { differ: true });
    expect(full?.en).toBe('With these, 17 of 19 departments reach 100: this separates nobody.');
    expect(full?.zh).toBe('按此设置，19 个部门中有 17 个得到 100 分：这样无法区分任何部门。');
    expect(separationSentence(scores([8, 0], [2, 50]), { differ: true })?.en).toContain(
      '8 of 10 departments get 0: this separates nobody',
    );
  });

  it('counts both ends where the scores spread, and says when the spread is chance', () => {
    const spread = scores([3, 100], [7, 40], [2, 0]);
    expect(separationSentence(spread, { differ: true })?.en).toBe(
      'With these, 3 of 12 departments reach 100, and 2 get 0.',
    );
    expect(separationSentence(spread, { differ: false })?.en).toContain(
      'no more than chance explains',
    );
  });

  it('keeps silent over two departments', () => {
    expect(separationSentence(scores([2, 100], [9, null]), { differ: true })).toBeUndefined();
  });
});
