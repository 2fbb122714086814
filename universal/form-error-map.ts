import type { core } from 'zod';

import type { Locale, Text } from './text';

function text(issue: core.$ZodRawIssue): Text {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === '')
        return { en: 'Fill this in.', zh: '请填写此项。' };
      if (issue.expected === 'number') return { en: 'Enter a number.', zh: '请输入数字。' };
      if (issue.expected === 'date') return { en: 'Enter a date.', zh: '请输入日期。' };
      return { en: 'This is not what is expected here.', zh: '此处的内容不符合要求。' };
    case 'too_small':
      if (issue.origin === 'string') {
        return Number(issue.minimum) <= 1
          ? { en: 'Fill this in.', zh: '请填写此项。' }
          : {
              en: `Use at least ${issue.minimum} characters.`,
              zh: `请至少输入 ${issue.minimum} 个字符。`,
            };
      }
      if (issue.origin === 'array')
        return { en: `Choose at least ${issue.minimum}.`, zh: `请至少选择 ${issue.minimum} 项。` };
      return { en: `Use ${issue.minimum} or more.`, zh: `请输入不小于 ${issue.minimum} 的数值。` };
    case 'too_big':
      if (issue.origin === 'string')
        return {
          en: `Use at most ${issue.maximum} characters.`,
          zh: `请最多输入 ${issue.maximum} 个字符。`,
        };
      if (issue.origin === 'array')
        return { en: `Choose at most ${issue.maximum}.`, zh: `请最多选择 ${issue.maximum} 项。` };
      return { en: `Use ${issue.maximum} or less.`, zh: `请输入不大于 ${issue.maximum} 的数值。` };
    case 'invalid_format':
      return issue.format === 'email'
        ? {
            en: 'Enter a mail address such as name@example.com.',
            zh: '请输入邮箱地址，例如 name@example.com。',
          }
        : { en: 'This is not written as expected.', zh: '格式不符合要求。' };
    case 'invalid_value':
    case 'invalid_union':
      return { en: 'Choose one of the options.', zh: '请选择其中一项。' };
    default:
      return { en: 'This is not what is expected here.', zh: '此处的内容不符合要求。' };
  }
}

/** Words for what a form's schema refuses: `parseWithZod(form, { schema, error: formErrorMap(locale) })`. */
export function formErrorMap(locale: Locale): core.$ZodErrorMap {
  return (issue) => text(issue)[locale];
}
