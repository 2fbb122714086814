import { defineMessages, type Text, textOf } from '../../universal/text';

/** From this share of the departments on, one score for all of them tells nobody apart. */
const NEARLY_ALL = 0.8;
/** Of fewer departments no share is worth a sentence. */
const FEWEST_DEPARTMENTS = 3;

const messages = defineMessages({
  en: {
    allFull: (p: Counts) =>
      `With these, ${p.full} of ${p.counted} departments reach 100: this separates nobody.`,
    allNothing: (p: Counts) =>
      `With these, ${p.nothing} of ${p.counted} departments get 0: this separates nobody.`,
    spread: (p: Counts) =>
      `With these, ${p.full} of ${p.counted} departments reach 100, and ${p.nothing} get 0.`,
    withinChance: (p: Counts) =>
      `With these, ${p.full} of ${p.counted} departments reach 100, and ${p.nothing} get 0. But the departments differ no more than chance explains, so that their scores tell little about them.`,
  },
  zh: {
    allFull: (p) =>
      `按此设置，${p.counted} 个部门中有 ${p.full} 个得到 100 分：这样无法区分任何部门。`,
    allNothing: (p) =>
      `按此设置，${p.counted} 个部门中有 ${p.nothing} 个得 0 分：这样无法区分任何部门。`,
    spread: (p) =>
      `按此设置，${p.counted} 个部门中有 ${p.full} 个得到 100 分，${p.nothing} 个得 0 分。`,
    withinChance: (p) =>
      `按此设置，${p.counted} 个部门中有 ${p.full} 个得到 100 分，${p.nothing} 个得 0 分。但各部门之间的差异不超过偶然波动，得分几乎不能说明什么。`,
  },
});

interface Counts {
  counted: number;
  full: number;
  nothing: number;
}

/** Whether an indicator tells departments apart; undefined where too few of them count to say. */
export function separationSentence(
  scores: readonly (number | null)[],
  { differ }: { differ: boolean },
): Text | undefined {
  const counting = scores.filter((score) => score !== null);
  const counts = {
    counted: counting.length,
    full: counting.filter((score) => score === 100).length,
    nothing: counting.filter((score) => score === 0).length,
  };
  if (counts.counted < FEWEST_DEPARTMENTS) return undefined;
  const nearlyAll = NEARLY_ALL * counts.counted;
  if (counts.full >= nearlyAll) return textOf(messages, 'allFull', counts);
  if (counts.nothing >= nearlyAll) return textOf(messages, 'allNothing', counts);
  return textOf(messages, differ ? 'spread' : 'withinChance', counts);
}
