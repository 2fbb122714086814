import {
  type ColumnMapping,
  columnsOf,
  type ImportMapping,
  type ImportMetric,
} from '../../../universal/feedback/import-mapping';
import type { DateEvidence, DateFinding } from '../../../universal/intake/date-format';
import type { Encoding, EncodingFinding } from '../../../universal/intake/encodings';
import type { Delimiter } from '../../intake';
import type { ColumnGuess } from './guess-columns';
import type { RefusalCode, RefusalParams } from '../../../universal/intake/file-refusal';

/** `profiling`, `checking`, `committing` and `taking_back` run as jobs; the others wait for a person. */
export type ImportStatus =
  | 'uploaded'
  | 'profiling'
  | 'profiled'
  | 'checking'
  | 'checked'
  | 'committing'
  | 'done'
  | 'taking_back'
  | 'taken_back'
  | 'failed';

export const runningStatuses = [
  'profiling',
  'checking',
  'committing',
  'taking_back',
] as const satisfies ImportStatus[];
export type RunningStatus = (typeof runningStatuses)[number];

/** What a run says about the rows of one value of the department columns. */
export type ImportTally = {
  path: string[];
  rows: number;
  /** For each score of the mapping: rows that have it, and those that count as satisfied. */
  scores: Partial<Record<ImportMetric, { scored: number; satisfied: number }>>;
  /** Moments of the earliest and the latest row, in milliseconds. */
  firstAt: number;
  lastAt: number;
}[];

export const changedFields = [
  'date',
  'department',
  'touchpoint',
  'channel',
  'nps',
  'csat',
  'ces',
  'comment',
  'respondent',
] as const;
export type ChangedField = (typeof changedFields)[number];

/** One difference between a stored feedback and its row; ids and moments as they are stored. */
export interface ChangeSample {
  line: number;
  field: ChangedField;
  before: string | null;
  after: string | null;
}

/** What differs between the rows of the file and what is stored of them. */
export interface ImportChanges {
  /** Rows in which a field differs. */
  fields: Partial<Record<ChangedField, number>>;
  /** A few for each field. */
  samples: ChangeSample[];
}

/** What the whole file holds, seen with the chosen columns. */
export interface ImportProfile {
  rows: number;
  departments: { path: string[]; rows: number }[];
  dates: DateEvidence;
  finding: DateFinding;
}

export interface ImportFailure {
  step: RunningStatus;
  code: RefusalCode;
  params: RefusalParams;
}

export interface FeedbackImport {
  feedbackImportId: string;
  fileName: string;
  fileKey: string | null;
  fileBytes: number;
  encoding: Encoding;
  encodingCertainty: EncodingFinding['certainty'];
  encodingCandidates: EncodingFinding['candidates'];
  delimiter: Delimiter;
  columns: string[];
  signature: string;
  guess: ColumnGuess;
  sample: { line: number; values: string[] }[];
  status: ImportStatus;
  failure: ImportFailure | null;
  /** Where the file comes from: rows with the same id of the same source are the same row. */
  sourceName: string | null;
  fileHash: string | null;
  /** The zone in which dates without one were read. */
  timeZone: string | null;
  mappingName: string | null;
  mapping: ImportMapping | null;
  profile: ImportProfile | null;
  runNumber: number;
  bytesRead: number;
  rowsRead: number;
  rowsStored: number;
  rowsChanged: number;
  rowsUnchanged: number;
  rowsSkipped: number;
  rowsRejected: number;
  tally: ImportTally;
  changes: ImportChanges;
  startedAt: Date | null;
  progressedAt: Date | null;
  finishedAt: Date | null;
  createdAt: Date;
}

/** The columns that the mapping asks for and the file does not have. */
export function missingColumns(mapping: ColumnMapping, columns: readonly string[]): string[] {
  return columnsOf(mapping).flatMap(({ name }) => (columns.includes(name) ? [] : [name]));
}

export interface ImportProgress {
  percent: number;
  /** Undefined until enough was read to tell. */
  secondsLeft: number | undefined;
}

/** How far a run is, by bytes: the number of rows is known only at the end. */
export function progressOf(
  {
    bytesRead,
    fileBytes,
    startedAt,
  }: Pick<FeedbackImport, 'bytesRead' | 'fileBytes' | 'startedAt'>,
  now: Date,
): ImportProgress {
  const share = fileBytes === 0 ? 0 : Math.min(bytesRead / fileBytes, 1);
  const elapsed = startedAt ? (now.getTime() - startedAt.getTime()) / 1000 : 0;
  const secondsLeft =
    share > 0.02 && elapsed > 0.5 ? Math.ceil((elapsed / share) * (1 - share)) : undefined;
  return { percent: Math.floor(share * 100), secondsLeft };
}
