import type { DateOrder } from '../../../universal/intake/date-format';
import type { EncodingFinding } from '../../../universal/intake/encodings';
import type { Text } from '../../../universal/text';
import type { RowProblem } from './person-row';

/** `asking`: a person has to say how the file is to be read. */
export const peopleImportStates = [
  'checking',
  'asking',
  'checked',
  'importing',
  'done',
  'failed',
] as const;
export type PeopleImportState = (typeof peopleImportStates)[number];

export const rowOutcomes = ['created', 'rehired', 'updated', 'unchanged', 'rejected'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** A file with people on its way in. */
export interface PeopleImport {
  peopleImportId: string;
  fileName: string;
  fileKey: string | null;
  state: PeopleImportState;
  failure: Text | null;
  columns: readonly string[];
  encoding: EncodingFinding['encoding'];
  encodingCertainty: EncodingFinding['certainty'];
  encodingCandidates: EncodingFinding['candidates'];
  delimiter: string;
  /** The order in which its dates were read; null before that, and without dates. */
  dateOrder: DateOrder | null;
  /** Orders between which a person has to choose. */
  dateCandidates: readonly DateOrder[];
  choices: PeopleFileChoices;
  createdAt: Date;
  finishedAt: Date | null;
}

/** What a person said of how the file is to be read. */
export interface PeopleFileChoices {
  dateOrder: DateOrder | null;
  /** Departments for what the file writes and no department is called. */
  departments: readonly { value: string; departmentId: string }[];
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
