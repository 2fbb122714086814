import { describe, expect, it } from 'vitest';
import { defineMessages, messagesOf, negotiateLocale, textOf } from './text';

const messages = defineMessages({
  en: { hello: 'Hello', answers: (p: { n: number }) => `${p.n} answers` },
  zh: { hello: '你好', answers: (p) => `${p.n} 份答卷` },
});

describe('sentences in two languages', () => {
  it('are read in the language asked for', () => {
    expect(messagesOf(messages, 'zh').answers({ n: 7 })).toBe('7 份答卷');
  });

  it('travel with all languages until the reader is known', () => {
    expect(textOf(messages, 'answers', { n: 2 })).toEqual({ en: '2 answers', zh: '2 份答卷' });
    expect(textOf(messages, 'hello')).toEqual({ en: 'Hello', zh: '你好' });
  });
});

describe('the browser’s language', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-US,en;q=0.9', 'en'],
    ['fr-FR,zh-TW;q=0.5,en;q=0.4', 'zh'],
    ['en;q=0.1, zh;q=0.2', 'zh'],
    ['de', 'en'],
    ['zh;q=0', 'en'],
    ['', 'en'],
  ] as const)('%s is answered in %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});
