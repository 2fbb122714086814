import { type FieldError, InvalidInput } from './errors';

const deepest = 20;
const mostParts = 100_000;

/** What no database keeps and no screen shows: a zero byte, and halves of characters. */
const unreadable = /\0|\p{Surrogate}/u;
/** Names that reach what objects inherit instead of what they hold. */
const inheritedNames = new Set(['__proto__', 'constructor', 'prototype']);

const messages = {
  characters: {
    en: 'This holds characters that cannot be kept. Type the text again, or paste it as plain text.',
    zh: '内容包含无法保存的字符，请重新输入或以纯文本粘贴。',
  },
  name: { en: 'This name cannot be used.', zh: '不能使用此名称。' },
  size: { en: 'This is too large or nested too deep.', zh: '内容过大或嵌套过深。' },
} as const;

/**
 * Refuses input with text that cannot be kept, wherever in it that stands, and names the first 20 such places. Looks at
 * everything once and never calls itself, so that no shape of input can exhaust it.
 */
export function assertReadableInput(input: unknown): void {
  const problems: FieldError[] = [];
  const report = (path: FieldError['path'], message: keyof typeof messages) =>
    problems.push({ path, message: messages[message] });
  const waiting: { value: unknown; path: FieldError['path'] }[] = [{ value: input, path: [] }];
  for (let looked = 0; waiting.length > 0 && problems.length < deepest; looked += 1) {
    const { value, path } = waiting.pop()!;
    if (typeof value === 'string') {
      if (unreadable.test(value)) report(path, 'characters');
      continue;
    }
    if (!isContainer(value)) continue;
    if (path.length >= deepest || looked > mostParts) {
      report(path.slice(0, 3), 'size');
      break;
    }
    for (const key of Object.keys(value)) {
      const inside = [...path, Array.isArray(value) ? Number(key) : key];
      if (inheritedNames.has(key) || unreadable.test(key)) report(path, 'name');
      else waiting.push({ value: (value as Record<string, unknown>)[key], path: inside });
    }
  }
  if (problems.length > 0) throw new InvalidInput(problems);
}

function isContainer(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

/** The text without what cannot be kept, for words that must not be lost over a stray character. */
export function readableText(text: string): string {
  return text.replace(/\0/g, '').replace(/\p{Surrogate}/gu, '\ufffd');
}
