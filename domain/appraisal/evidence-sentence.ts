import { formatCount, formatDate, formatNumber, formatPercent } from '../../universal/format';
import { defineMessages, type Locale, messagesOf, type Text } from '../../universal/text';
import { PLAIN_N } from './indicator-score';
import type { Evidence } from './review';
import { filledText, type StoredIndicator } from './template';

type Unit = 'points' | 'percent' | 'score' | 'count';

interface Measured {
  what: string;
  period: string;
  value: string;
  n: string;
  low: string;
  high: string;
}

interface Counted {
  counted: string;
  mean: string;
  size: string;
  weight: string;
}

interface Scored {
  threshold: string;
  stretch: string;
  score: string;
}

const messages = defineMessages({
  en: {
    what: (p: { metric: string; department: string }) => `${p.metric} of ${p.department}`,
    period: (p: { from: string; to: string }) => `from ${p.from} to ${p.to}`,
    measured: (p: Measured) =>
      `${p.what} ${p.period} was ${p.value} (n = ${p.n}, 95% interval ${p.low} to ${p.high}).`,
    measuredPlain: (p: Measured) => `${p.what} ${p.period} was ${p.value} (n = ${p.n}).`,
    people: (p: { n: string; people: string; worth: string }) =>
      `The ${p.n} answers come from at most ${p.people} people and weigh as much as ${p.worth} answers of different people.`,
    counted: (p: Counted) =>
      `It counts as ${p.counted}: so that chance does not decide, it is drawn towards ${p.mean}, the value of all ${p.size} departments together, as if ${p.weight} more answers had given that.`,
    targetOfScorecard: (p: { target: string }) =>
      `The target is ${p.target}, from the department’s scorecard.`,
    targetOfTemplate: (p: { target: string }) =>
      `The target is ${p.target}, from the review template, because the scorecard has none.`,
    target: (p: { target: string }) => `The target is ${p.target}.`,
    score: (p: Scored) =>
      `The value gives ${p.score} of 100 points: 0 at ${p.threshold}, 50 at the target, 100 at ${p.stretch}.`,
    scoreAtEnd: (p: Scored) =>
      `The value gives ${p.score} of 100 points: 0 at ${p.threshold}, 100 at the target, which is the best there is.`,
    range: (p: { low: string; high: string }) =>
      `Chance alone may move the score between ${p.low} and ${p.high}.`,
    warning: (p: { plain: string }) =>
      `It rests on fewer than ${p.plain} answers: it counts, but read it with care.`,
    tooFew: (p: { what: string; period: string; n: string; minimum: string }) =>
      `${p.what} ${p.period} has ${p.n} answers; it takes ${p.minimum} to count. It does not count in this review, and its weight goes to the other parts.`,
    noAnswers: (p: { what: string; period: string }) =>
      `${p.what} ${p.period}: nobody answered. It does not count in this review, and its weight goes to the other parts.`,
  },
  zh: {
    what: (p) => `${p.department}的${p.metric}`,
    period: (p) => `（${p.from}至${p.to}）`,
    measured: (p) =>
      `${p.what}${p.period}为 ${p.value}（n = ${p.n}，95% 区间 ${p.low} 至 ${p.high}）。`,
    measuredPlain: (p) => `${p.what}${p.period}为 ${p.value}（n = ${p.n}）。`,
    people: (p) =>
      `这 ${p.n} 份回答来自至多 ${p.people} 人，相当于 ${p.worth} 份来自不同人的回答。`,
    counted: (p) =>
      `计入值为 ${p.counted}：为避免偶然因素左右结果，该值向全部 ${p.size} 个部门的合计值 ${p.mean} 靠拢，相当于另有 ${p.weight} 份回答给出该合计值。`,
    targetOfScorecard: (p) => `目标为 ${p.target}，取自该部门的记分卡。`,
    targetOfTemplate: (p) => `目标为 ${p.target}，取自考核模板，因为记分卡未设目标。`,
    target: (p) => `目标为 ${p.target}。`,
    score: (p) =>
      `该值得 ${p.score} 分（满分 100）：${p.threshold} 得 0 分，达到目标得 50 分，${p.stretch} 得 100 分。`,
    scoreAtEnd: (p) =>
      `该值得 ${p.score} 分（满分 100）：${p.threshold} 得 0 分，达到目标即为最好，得 100 分。`,
    range: (p) => `仅偶然因素就可使得分在 ${p.low} 到 ${p.high} 之间变动。`,
    warning: (p) => `该值依据的回答不足 ${p.plain} 份：计入考核，但请谨慎解读。`,
    tooFew: (p) =>
      `${p.what}${p.period}只有 ${p.n} 份回答，至少需要 ${p.minimum} 份才计入。本次考核不计入该指标，其权重由其他部分承担。`,
    noAnswers: (p) =>
      `${p.what}${p.period}没有人回答。本次考核不计入该指标，其权重由其他部分承担。`,
  },
});

/** Explains a piece of evidence to the person it is about: value, n, interval, target and score, or why it does not count. */
export function evidenceSentence(
  evidence: Evidence,
  rule: Pick<StoredIndicator, 'bands' | 'minimumN'>,
  metric: { name: Text; unit: Unit },
): Text {
  return { en: say('en', evidence, rule, metric), zh: say('zh', evidence, rule, metric) };
}

function say(
  locale: Locale,
  evidence: Evidence,
  rule: Pick<StoredIndicator, 'bands' | 'minimumN'>,
  metric: { name: Text; unit: Unit },
): string {
  const t = messagesOf(messages, locale);
  const number = (value: number): string => formatInUnit(locale, value, metric.unit);
  const department = filledText({ en: evidence.departmentNameEn, zh: evidence.departmentNameZh })[
    locale
  ];
  const what = t.what({ metric: metric.name[locale], department });
  const period = t.period({
    from: formatDate(locale, evidence.periodFrom),
    to: formatDate(locale, evidence.periodTo),
  });
  const n = formatCount(locale, evidence.n);
  if (evidence.status === 'too_few')
    return t.tooFew({ what, period, n, minimum: formatCount(locale, rule.minimumN) });
  if (evidence.value === null || evidence.score === null) return t.noAnswers({ what, period });
  const bands = evidence.bands ?? rule.bands;
  const measured = {
    what,
    period,
    n,
    value: number(evidence.value),
    low: evidence.intervalLow === null ? '' : number(evidence.intervalLow),
    high: evidence.intervalHigh === null ? '' : number(evidence.intervalHigh),
  };
  const sentences = [
    measured.low && measured.high ? t.measured(measured) : t.measuredPlain(measured),
    ...(evidence.people !== null && evidence.effectiveN !== null && evidence.people < evidence.n
      ? [
          t.people({
            n,
            people: formatCount(locale, evidence.people),
            worth: formatNumber(locale, evidence.effectiveN),
          }),
        ]
      : []),
    ...(hasCounted(evidence)
      ? [
          t.counted({
            counted: number(evidence.countedValue),
            mean: number(evidence.populationMean),
            size: formatCount(locale, evidence.populationSize),
            weight: formatCount(locale, Math.round(evidence.priorWeight)),
          }),
        ]
      : []),
    t[targetWords[evidence.targetSource ?? 'unknown']]({ target: number(bands.target) }),
    t[bands.stretch === bands.target ? 'scoreAtEnd' : 'score']({
      threshold: number(bands.threshold),
      stretch: number(bands.stretch),
      score: formatNumber(locale, evidence.score),
    }),
    ...(evidence.scoreLow !== null && evidence.scoreHigh !== null
      ? [
          t.range({
            low: formatNumber(locale, evidence.scoreLow),
            high: formatNumber(locale, evidence.scoreHigh),
          }),
        ]
      : []),
    ...(evidence.status === 'counted_with_warning'
      ? [t.warning({ plain: formatCount(locale, PLAIN_N) })]
      : []),
  ];
  return sentences.join(locale === 'zh' ? '' : ' ');
}

const targetWords = {
  scorecard: 'targetOfScorecard',
  template: 'targetOfTemplate',
  // Evidence of before scorecards and reviews shared their targets.
  unknown: 'target',
} as const;

type CountedEvidence = Evidence &
  Record<'countedValue' | 'populationMean' | 'populationSize' | 'priorWeight', number>;

function hasCounted(evidence: Evidence): evidence is CountedEvidence {
  const { countedValue, populationMean, populationSize, priorWeight } = evidence;
  return [countedValue, populationMean, populationSize, priorWeight].every(
    (number) => number !== null,
  );
}

/** A metric's value the way it is read: per cent with its sign, points and means with one decimal. */
function formatInUnit(locale: Locale, value: number, unit: Unit): string {
  if (unit === 'percent') return formatPercent(locale, value);
  return unit === 'count'
    ? formatCount(locale, value)
    : formatNumber(locale, value, unit === 'score' ? 2 : 1);
}
