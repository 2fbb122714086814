import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';

const cursor = (content: string) => Buffer.from(content).toString('base64url');
const uuid = '01a1f000-0000-7000-8000-00000000dead';

/** Texts that have broken something somewhere: encodings, numbers, dates, names of things that objects inherit, cursors. */
export const nastyTexts: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'a\udfffb',
  '\ufeff\u202e\u200b',
  '🙈'.repeat(40),
  'x'.repeat(20_000),
  '__proto__',
  'constructor',
  'toString',
  "'; drop table employee; --",
  '%_\\%',
  '\\',
  '(*[',
  '../../../../etc/passwd',
  'null',
  '{}',
  '[]',
  '0',
  '-1',
  '1e999',
  '99999999999999999999999999',
  'NaN',
  uuid,
  uuid.toUpperCase(),
  `${uuid}\n`,
  '00000000-0000-0000-0000-000000000000',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  '+275760-09-13T00:00:00Z',
  '2026-Q9',
  '0000-Q1',
  '9999-Q4',
  '99999-Q1',
  '2026-W99',
  '2026-13',
  cursor('[]'),
  cursor('{}'),
  cursor('null'),
  cursor(`["x","${uuid}"]`),
  cursor(`["\\u0000","${uuid}"]`),
  cursor(`["2026-99-99T00:00:00Z","${uuid}"]`),
  cursor(`["+275760-09-13T00:00:00.000Z","${uuid}"]`),
  cursor(`[99999999999999999999,"${uuid}"]`),
  cursor('["2026-01-01T00:00:00.000Z","x"]'),
  Buffer.from('OffsetConnection:99999999999999999999').toString('base64'),
  Buffer.from('OffsetConnection:-1').toString('base64'),
  Buffer.from('GPC:S:\0').toString('base64'),
  Buffer.from('Department:\0').toString('base64'),
  Buffer.from(`Department:${uuid}`).toString('base64'),
  Buffer.from(`Nothing:${uuid}`).toString('base64'),
];

const days = [
  '1900-01-01',
  '2199-12-31',
  '2200-01-01',
  '0000-01-01',
  '9999-12-31',
  '2028-02-29',
  '2026-02-29',
];
const moments = days.flatMap((day) => [`${day}T00:00:00Z`, `${day}T23:59:59.999+14:00`]);
const wholeNumbers = [0, -1, 1, 2_147_483_647, -2_147_483_648, 2_147_483_648, 0.5];
const numbers = [...wholeNumbers, -0, 1e308, -1e308, 5e-324, 1e21];
const structures: readonly unknown[] = [null, [], {}, true, [[]], [null]];
const freeForm: readonly unknown[] = [
  JSON.parse('{"__proto__":{"a":1}}'),
  { constructor: { prototype: 1 } },
  { 'a\0': '\ud800' },
  JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`),
];

/** What to try where a value of this type is asked for. */
export function nastyValuesOf(type: GraphQLInputType): readonly unknown[] {
  const bare = getNullableType(type);
  if (isListType(bare)) return [...structures, Array.from({ length: 300 }, () => null)];
  if (isInputObjectType(bare)) return [...structures, { constructor: 1 }];
  if (isEnumType(bare))
    return [...bare.getValues().map(({ name }) => name), 'NOTHING', '__proto__', ...structures];
  switch (bare.name) {
    case 'Int':
      return [...wholeNumbers, '1', ...structures];
    case 'Float':
      return [...numbers, '1', ...structures];
    case 'Boolean':
      return [true, false, 'true', ...structures];
    case 'Date':
      return [...days, ...nastyTexts.slice(0, 12), ...structures];
    case 'DateTime':
      return [...moments, ...nastyTexts.slice(0, 12), ...structures];
    case 'JSON':
      return [...nastyTexts, ...numbers, ...structures, ...freeForm];
    default:
      return [...nastyTexts, 0, 1e21, ...structures];
  }
}
