/** How much one file may hold of anything, so that no file costs more than it is worth. */
export const fileLimits = {
  columns: 500,
  /** Letters of a column's name. */
  columnName: 200,
  /** Characters of one row. */
  row: 1024 * 1024,
} as const;
