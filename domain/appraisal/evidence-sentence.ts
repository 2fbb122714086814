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

const messages = defineMessages({
  en: {
    what: (p: { metric: string; department: string }) => `${p.metric} of ${p.department}`,
    period: (p: { from: string; to: string }) => `from ${p.from} to ${p.to}`,
    measured: (p: Measured) =>
      `${p.what} ${p.period} was ${p.value} (n = ${p.n}, 95% interval ${p.low} to ${p.high}).`,
    measuredPlain: (p: Measured) => `${p.what} ${p.period} was ${p.value} (n = ${p.n}).`,
    score: (p: { target: string; threshold: string; stretch: string; score: string }) =>
      `The target is ${p.target}. The value gives ${p.score} of 100 points: 0 at ${p.threshold}, 50 at the target, 100 at ${p.stretch}.`,
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
    score: (p) =>
      `目标为 ${p.target}。该值得 ${p.score} 分（满分 100）：${p.threshold} 得 0 分，达到目标得 50 分，${p.stretch} 得 100 分。`,
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
  { bands, minimumN }: Pick<StoredIndicator, 'bands' | 'minimumN'>,
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
    return t.tooFew({ what, period, n, minimum: formatCount(locale, minimumN) });
  if (evidence.value === null || evidence.score === null) return t.noAnswers({ what, period });
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
    t.score({
      target: number(bands.target),
      threshold: number(bands.threshold),
      stretch: number(bands.stretch),
      score: formatNumber(locale, evidence.score),
    }),
    ...(evidence.status === 'counted_with_warning'
      ? [t.warning({ plain: formatCount(locale, PLAIN_N) })]
      : []),
  ];
  return sentences.join(locale === 'zh' ? '' : ' ');
}

/** A metric's value the way it is read: per cent with its sign, points and means with one decimal. */
function formatInUnit(locale: Locale, value: number, unit: Unit): string {
  if (unit === 'percent') return formatPercent(locale, value);
  return unit === 'count'
    ? formatCount(locale, value)
    : formatNumber(locale, value, unit === 'score' ? 2 : 1);
}
