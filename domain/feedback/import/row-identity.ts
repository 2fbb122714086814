import { createHash } from 'node:crypto';

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Names a row so that the same row of the same file is the same feedback next time: by its own id where the file has one
 * (kept apart per kind of file), else by its values. Only the hash is kept: an id may be a person's address.
 */
export function rowHash(
  source: { signature: string; rowId: string } | { values: readonly string[] },
): Buffer {
  if ('rowId' in source) return hashOf(`id\u0000${source.signature}\u0000${source.rowId}`);
  return hashOf(`values\u0000${source.values.join('\u0001')}`);
}

/** The reference stored with the feedback. Equal rows of one file are told apart by how many came before. */
export function sourceRef(hash: Buffer, occurrence: number): string {
  const name = `file:${hash.subarray(0, 18).toString('base64url')}`;
  return occurrence === 0 ? name : `${name}#${occurrence + 1}`;
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
