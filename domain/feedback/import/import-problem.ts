import { defineMessages, type Text, textOf } from '../../../universal/text';
import type { DateOrder } from '../../../universal/intake/date-format';

const dateExamples: Record<DateOrder, { en: string; zh: string }> = {
  ymd: { en: 'year-month-day, as in 2026-03-12', zh: '年-月-日，例如 2026-03-12' },
  dmy: { en: 'day/month/year, as in 31/03/2026', zh: '日/月/年，例如 31/03/2026' },
  mdy: { en: 'month/day/year, as in 03/31/2026', zh: '月/日/年，例如 03/31/2026' },
};

/** Why a value, or a row, was not taken. Stored by code, told in the reader's language. */
export const problemMessages = defineMessages({
  en: {
    'wrong-field-count': (p: { found: number; expected: number }) =>
      `The row has ${p.found} fields; the header names ${p.expected}. Look for a missing or an extra separator or quote.`,
    'department-empty': 'No department is given. Fill in the department columns.',
    'department-unmatched':
      'This department is not matched. Match it, or choose to leave its rows out.',
    'date-empty': 'No date is given.',
    'date-unreadable': (p: { order: DateOrder }) =>
      `This is not a date. Expected ${dateExamples[p.order].en}.`,
    'date-other-format': (p: { order: DateOrder }) =>
      `This date is written in another format than the others. Expected ${dateExamples[p.order].en}.`,
    'date-in-future': 'The date lies in the future.',
    'date-too-early': 'The date lies before 2000-01-01.',
    'score-not-a-number': (p: { lowest: number; highest: number }) =>
      `This is not a score. Expected a whole number from ${p.lowest} to ${p.highest}, or nothing for "don't know".`,
    'score-out-of-range': (p: { lowest: number; highest: number }) =>
      `The score is outside the scale. Expected a whole number from ${p.lowest} to ${p.highest}.`,
    'touchpoint-unknown':
      'There is no touchpoint of this name or code. Create it, or correct the name.',
    'channel-unknown':
      'There is no channel of this name. Expected one of the names listed in the help.',
    'comment-too-long': (p: { longest: number }) =>
      `The comment is longer than ${p.longest} characters.`,
    'value-too-long': (p: { longest: number }) =>
      `The value is longer than ${p.longest} characters.`,
    'unprintable-character': 'The value holds a NUL character, which cannot be stored.',
    'row-id-repeated': 'An earlier row of this file has the same row id.',
  },
  zh: {
    'wrong-field-count': (p) =>
      `该行有 ${p.found} 个字段，而表头有 ${p.expected} 列。请检查是否缺少或多出分隔符、引号。`,
    'department-empty': '没有填写部门。请填写部门列。',
    'department-unmatched': '该部门尚未匹配。请先匹配，或选择不导入这些行。',
    'date-empty': '没有填写日期。',
    'date-unreadable': (p) => `这不是日期。应为${dateExamples[p.order].zh}。`,
    'date-other-format': (p) => `该日期与其他行的格式不同。应为${dateExamples[p.order].zh}。`,
    'date-in-future': '日期在未来。',
    'date-too-early': '日期早于 2000-01-01。',
    'score-not-a-number': (p) =>
      `这不是分数。应为 ${p.lowest} 到 ${p.highest} 的整数；留空表示“不知道”。`,
    'score-out-of-range': (p) => `分数超出量表范围。应为 ${p.lowest} 到 ${p.highest} 的整数。`,
    'touchpoint-unknown': '没有这个名称或代码的触点。请先创建，或更正名称。',
    'channel-unknown': '没有这个名称的渠道。请使用帮助中列出的名称。',
    'comment-too-long': (p) => `评论超过 ${p.longest} 个字符。`,
    'value-too-long': (p) => `内容超过 ${p.longest} 个字符。`,
    'unprintable-character': '内容含有无法保存的空字符（NUL）。',
    'row-id-repeated': '本文件前面的行已使用相同的行编号。',
  },
});

export type ProblemCode = keyof (typeof problemMessages)['en'];

/** One thing wrong with one field of one row; `column` is null where the whole row is meant. */
export interface ImportProblem {
  column: string | null;
  value: string;
  code: ProblemCode;
  params?: Readonly<Record<string, string | number>>;
}

/** The sentence for one problem, in every language. */
export function problemText(problem: {
  code: string;
  params?: Readonly<Record<string, string | number>> | undefined;
}): Text {
  return (textOf as (messages: unknown, key: string, params: unknown) => Text)(
    problemMessages,
    problem.code,
    problem.params ?? {},
  );
}
