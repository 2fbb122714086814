import { describe, expect, it } from 'vitest';

import { InvalidInput } from './errors';
import { assertReadableInput, readableText } from './readable-input';

function pathsRefused(input: unknown): string[] {
  try {
    assertReadableInput(input);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return error.fields.map(({ path }) => path.join('.'));
  }
}

describe('input from outside', () => {
  it.each([
    ['a zero byte', { input: { name: 'a\0b' } }, 'input.name'],
    ['half a character', { input: { rows: ['ok', 'a\ud83d'] } }, 'input.rows.1'],
    ['the other half of a character', ['\ude00'], '0'],
    ['a zero byte in a name', { input: { 'a\0': 1 } }, 'input'],
    ['a name that objects inherit', JSON.parse('{"input":{"__proto__":{"admin":true}}}'), 'input'],
    ['another one', { constructor: 1 }, ''],
  ])('is refused at its place with %s', (_name, input, path) => {
    expect(pathsRefused(input)).toEqual([path]);
  });

  it('is refused when it nests without end, however deep', () => {
    const nested = JSON.parse(`${'['.repeat(400_000)}${']'.repeat(400_000)}`) as unknown;
    expect(pathsRefused(nested)).toEqual(['0.0.0']);
  });

  it('passes with every character of every script', () => {
    expect(
      pathsRefused({
        text: 'Ünïcödé 你好 😀 👩‍👩‍👧 \u202e\ufeff\uffff\n\t',
        when: new Date(),
        n: [1, null, true],
      }),
    ).toEqual([]);
  });
});

it('words that must not be lost are kept without the characters that cannot be', () => {
  expect(readableText('a\0b 😀 \ud83d!')).toBe('ab 😀 \ufffd!');
});
