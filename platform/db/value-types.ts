import pg from 'pg';

const { builtins } = pg.types;
const dateArray = 1182;
const bigintArray = 1016;

const asText = (value: string): string => value;
const parseTextArray = pg.types.getTypeParser(1009 as number) as (value: string) => string[];

const parsers = new Map<number, (value: string) => unknown>([
  // A day has no zone, so it never becomes a moment.
  [builtins.DATE, asText],
  [dateArray, parseTextArray],
  [builtins.INT8, parseBigint],
  [bigintArray, (value) => parseTextArray(value).map(parseBigint)],
  [builtins.INTERVAL, asText],
]);

/** How values are read: a `date` as a string `2026-03-12`, a `bigint` as a number, the rest as the library does. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary'): ((value: string) => unknown) =>
    (format === 'binary' ? undefined : parsers.get(oid)) ??
    (pg.types.getTypeParser(oid, format as 'text') as (
      value: string,
    ) => unknown)) as pg.CustomTypesConfig['getTypeParser'],
};

/** Throws for a number that JavaScript cannot hold exactly. */
export function parseBigint(value: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError(
    `The database returned ${value}, which a JavaScript number cannot hold exactly`,
  );
}
