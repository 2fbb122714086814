import type { Text } from '../../../universal/text';
import type { RowProblem } from './person-row';

export const peopleImportStates = ['checking', 'checked', 'importing', 'done', 'failed'] as const;
export type PeopleImportState = (typeof peopleImportStates)[number];

export const rowOutcomes = ['created', 'updated', 'unchanged', 'rejected'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** A file with people on its way in. */
export interface PeopleImport {
  peopleImportId: string;
  fileName: string;
  fileKey: string | null;
  state: PeopleImportState;
  failure: Text | null;
  columns: readonly string[];
  createdAt: Date;
  finishedAt: Date | null;
}

/** How many rows there are, and what becomes of them. */
export interface PeopleImportTally extends Record<RowOutcome, number> {
  rows: number;
  judged: number;
  stored: number;
}

export interface RejectedRow {
  line: number;
  cells: readonly string[];
  problems: readonly RowProblem[];
}
