const TABLE_NAME = /^(?<rollup>.+)_[^_]+_(?<structure>[^_]+)_(?<builtAt>[^_]+)$/;

/** Cube writes the second in which a roll-up was built to the base of 32 at the end of its name. */
const secondOf = (builtAt: string) => Number.parseInt(builtAt, 32);

/**
 * Of each roll-up the table that was built last. Its name holds the roll-up with its partition, a mark of its content,
 * one of its structure, and when it was built; roll-ups of another structure, such as another zone's, are others.
 */
export function newestRollups(tableNames: readonly string[]): string[] {
  const newest = new Map<string, { tableName: string; second: number }>();
  for (const tableName of tableNames) {
    const parts = TABLE_NAME.exec(tableName)?.groups;
    if (!parts) continue;
    const key = `${parts['rollup']}/${parts['structure']}`;
    const second = secondOf(parts['builtAt'] ?? '');
    if (second > (newest.get(key)?.second ?? -1)) newest.set(key, { tableName, second });
  }
  return [...newest.values()].map(({ tableName }) => tableName);
}
