import type { SemanticRow, SemanticValue } from './semantic-layer';

export interface CubeColumns {
  members: string[];
  columns: unknown[][];
}

function parseValue(value: unknown, isMeasure: boolean): SemanticValue {
  if (value === null || value === undefined) return null;
  if (isMeasure) return Number(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return JSON.stringify(value);
}

/** A query named a member that the models keep private. */
export class HiddenMember extends Error {
  override name = 'HiddenMember';
  constructor(members: readonly string[]) {
    super(`not a public member of the semantic layer: ${members.join(', ')}`);
  }
}

/**
 * Rows by member name, from the columns by alias that Cube hands out.
 * Cube returns measures as strings, so numbers are parsed here and nowhere else.
 */
export function rowsOfColumns(
  { members, columns }: CubeColumns,
  memberOfAlias: Readonly<Record<string, string>>,
  measures: readonly string[],
  publicMembers: ReadonlySet<string>,
): SemanticRow[] {
  const isMeasure = new Set(measures);
  const names = members.map((alias) => memberOfAlias[alias] ?? alias);
  const hidden = names.filter((name) => !publicMembers.has(name));
  if (hidden.length > 0) throw new HiddenMember(hidden);
  const count = columns[0]?.length ?? 0;
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(
      names.map((name, column) => [name, parseValue(columns[column]?.[row], isMeasure.has(name))]),
    ),
  );
}

/** Rows as Cube's REST interface sends them, with numbers parsed. */
export function rowsOfRecords(
  records: readonly Record<string, unknown>[],
  measures: readonly string[],
): SemanticRow[] {
  const isMeasure = new Set(measures);
  return records.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => [name, parseValue(value, isMeasure.has(name))]),
    ),
  );
}
