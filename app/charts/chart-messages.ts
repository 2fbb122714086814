import { defineMessages } from '../../universal/text';

export const chartMessages = defineMessages({
  en: {
    period: 'Period',
    value: 'Value',
    interval: '95% interval',
    intervalOf: (p: { low: string; high: string }) => `95% interval ${p.low} to ${p.high}`,
    n: 'n',
    nOf: (p: { n: string }) => `n = ${p.n}`,
    nFromPeople: (p: { n: string; people: string }) => `${p.n} from at most ${p.people} people`,
    nOfPeople: (p: { n: string; people: string }) => `n = ${p.n} from at most ${p.people} people`,
    tooFew: (p: { n: string }) => `n = ${p.n}, too few to judge`,
    none: 'no answers',
    target: (p: { target: string }) => `Target ${p.target}`,
    targetColumn: 'Target',
    soFar: (p: { period: string }) => `${p.period} (so far)`,
    showTable: 'Show the numbers',
    trendEmpty: (p: { title: string }) =>
      `${p.title}. No period has enough answers to draw a line.`,
    trendText: (p: {
      title: string;
      first: string;
      firstValue: string;
      last: string;
      lastValue: string;
      low: string;
      lowAt: string;
      high: string;
      highAt: string;
    }) =>
      `${p.title}. From ${p.firstValue} in ${p.first} to ${p.lastValue} in ${p.last}; lowest ${p.low} in ${p.lowAt}, highest ${p.high} in ${p.highAt}.`,
    sparkText: (p: { from: string; to: string; count: string }) =>
      `Last ${p.count} periods, from ${p.from} to ${p.to}`,
    sparkTextSoFar: (p: { from: string; to: string; count: string }) =>
      `Last ${p.count} periods, from ${p.from} to ${p.to} so far`,
    promoters: 'Promoters (9–10)',
    passives: 'Passives (7–8)',
    detractors: 'Detractors (0–6)',
    share: (p: { name: string; count: string; percent: string }) =>
      `${p.name}: ${p.count}, ${p.percent}`,
  },
  zh: {
    period: '期间',
    value: '数值',
    interval: '95%置信区间',
    intervalOf: (p) => `95%置信区间 ${p.low} 至 ${p.high}`,
    n: '样本量',
    nOf: (p) => `样本量 ${p.n}`,
    nFromPeople: (p) => `${p.n}（来自至多 ${p.people} 人）`,
    nOfPeople: (p) => `样本量 ${p.n}（来自至多 ${p.people} 人）`,
    tooFew: (p) => `样本量 ${p.n}，太少，不足以判断`,
    none: '没有回答',
    target: (p) => `目标 ${p.target}`,
    targetColumn: '目标',
    soFar: (p) => `${p.period}（截至目前）`,
    showTable: '查看数据',
    trendEmpty: (p) => `${p.title}。没有哪个期间的回答多到可以画线。`,
    trendText: (p) =>
      `${p.title}。从${p.first}的 ${p.firstValue} 到${p.last}的 ${p.lastValue}；最低为${p.lowAt}的 ${p.low}，最高为${p.highAt}的 ${p.high}。`,
    sparkText: (p) => `最近 ${p.count} 个期间，从 ${p.from} 到 ${p.to}`,
    sparkTextSoFar: (p) => `最近 ${p.count} 个期间，从 ${p.from} 到目前的 ${p.to}`,
    promoters: '推荐者（9–10分）',
    passives: '中立者（7–8分）',
    detractors: '贬损者（0–6分）',
    share: (p) => `${p.name}：${p.count}，${p.percent}`,
  },
});
