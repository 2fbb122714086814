import { createHash } from 'node:crypto';
import { type ImportMapping, sourceKey } from '../../../universal/feedback/import-mapping';
import { isReportColumn } from '../../intake';

/**
 * Names a row, so that the same row of the same source is the same feedback next time. Only hashes are kept: an id may be
 * a person's address. Neither the zone nor the reading of scales and dates is in them: a file that is read in another way
 * still names the same rows.
 */
export interface RowRefs {
  /** By the row's own id where the file has one, else by what stands in the row. */
  row: string;
  /** By what stands in the row: finds it when another file, or another pass, tells rows apart by another column. */
  content: string;
  /** The names that an earlier version gave to this row. */
  old: readonly string[];
}

export interface RowIdentifierOptions {
  columns: readonly string[];
  signature: string;
  source: string;
  hasOldRefs: boolean;
  mapping: ImportMapping;
}

/**
 * Prepares the naming of one file's rows. Rows must be given in the file's order and each once: equal rows are told apart
 * by how many came before.
 */
export function rowIdentifier({
  columns,
  signature,
  source,
  hasOldRefs,
  mapping,
}: RowIdentifierOptions): (values: readonly string[]) => {
  refs: RowRefs;
  /** Set where an earlier row of the file has the same id. */
  repeatedId: string | null;
} {
  const scope = sourceKey(source);
  const idAt = mapping.columns.rowId === null ? -1 : columns.indexOf(mapping.columns.rowId);
  const ownColumns = columns.flatMap((name, index) => (isReportColumn(name) ? [] : [index]));
  const occurrences = new OccurrenceCounter();
  const ids = new OccurrenceCounter();
  return (values) => {
    const raw = ownColumns.map((index) => values[index] ?? '').join('\u0001');
    const content = hashOf(`content\u0000${scope}\u0000${raw}`);
    const rowId = (idAt >= 0 ? values[idAt] : '')?.trim() ?? '';
    // A row with an id differs from all others; counting it would only cost memory.
    const before = rowId === '' ? occurrences.next(content) : 0;
    const contentRef = refOf(
      before === 0 ? content : hashOf(`content\u0000${scope}\u0000${raw}\u0000${before}`),
    );
    const old = hasOldRefs ? oldRefs(signature, rowId, raw, before) : [];
    if (rowId === '')
      return { refs: { row: contentRef, content: contentRef, old }, repeatedId: null };
    const id = hashOf(`id\u0000${scope}\u0000${rowId}`);
    return {
      refs: { row: refOf(id), content: contentRef, old },
      repeatedId: ids.next(id) > 0 ? rowId : null,
    };
  };
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The first 128 bits of a hash, written as the database keeps them. */
function refOf(hash: Buffer): string {
  const hex = hash.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Names of a version that told rows apart by the names of the columns instead of by their source. */
function oldRefs(signature: string, rowId: string, raw: string, before: number): string[] {
  const name = (text: string) => `file:${hashOf(text).subarray(0, 18).toString('base64url')}`;
  const byContent = name(`values\u0000${raw}`);
  const names = [before === 0 ? byContent : `${byContent}#${before + 1}`];
  if (rowId !== '') names.push(name(`id\u0000${signature}\u0000${rowId}`));
  return names.map((text) => refOf(hashOf(text)));
}

/**
 * Counts how often a hash was seen, in twelve bytes a row and outside the garbage-collected heap: a million rows cost
 * some tens of megabytes. Keys are the first 64 bits; two different rows of ten million share them with odds of 1 to 300,000.
 */
export class OccurrenceCounter {
  #keys = new Uint32Array(2 * 65_536);
  #counts = new Uint32Array(65_536);
  #size = 0;

  /** How many times this hash came before; counts this time as well. */
  next(hash: Buffer): number {
    if (this.#size * 3 > this.#counts.length * 2) this.#grow();
    const high = hash.readUInt32LE(0);
    const low = hash.readUInt32LE(4);
    const slot = this.#slot(high, low);
    const seen = this.#counts[slot]!;
    if (seen === 0) {
      this.#keys[2 * slot] = high;
      this.#keys[2 * slot + 1] = low;
      this.#size++;
    }
    this.#counts[slot] = seen + 1;
    return seen;
  }

  #slot(high: number, low: number): number {
    const mask = this.#counts.length - 1;
    let slot = low & mask;
    while (
      this.#counts[slot] !== 0 &&
      (this.#keys[2 * slot] !== high || this.#keys[2 * slot + 1] !== low)
    ) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const counts = this.#counts;
    this.#keys = new Uint32Array(keys.length * 2);
    this.#counts = new Uint32Array(counts.length * 2);
    for (let old = 0; old < counts.length; old++) {
      if (counts[old] === 0) continue;
      const slot = this.#slot(keys[2 * old]!, keys[2 * old + 1]!);
      this.#keys[2 * slot] = keys[2 * old]!;
      this.#keys[2 * slot + 1] = keys[2 * old + 1]!;
      this.#counts[slot] = counts[old]!;
    }
  }
}
