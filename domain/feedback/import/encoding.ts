/** Encodings an import can be read in. Everything else is refused with a sentence that says how to save the file. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export type EncodingResult =
  | { ok: true; encoding: Encoding; hasBom: boolean }
  | { ok: false; reason: EncodingProblem; line: number | null };

export type EncodingProblem = 'empty' | 'workbook' | 'binary' | 'unknown-encoding';

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

const signatures: readonly [readonly number[], EncodingProblem][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'workbook'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'workbook'],
  [[0x1f, 0x8b], 'binary'],
  [[0x25, 0x50, 0x44, 0x46], 'binary'],
];

/**
 * Reads a file once, chunk by chunk, and says which encoding the whole of it is in.
 * The head alone cannot tell: the first byte that is not ASCII may stand in the last row.
 */
export class EncodingProbe {
  #head: number[] = [];
  #size = 0;
  #lines = 1;
  #utf8: TextDecoder | undefined = new TextDecoder('utf-8', { fatal: true });
  #firstBadLine: number | null = null;
  #chinese = new ChinesePairs();
  #zeros = { even: 0, odd: 0 };

  write(chunk: Uint8Array): void {
    if (this.#head.length < 4096) this.#head.push(...chunk.subarray(0, 4096 - this.#head.length));
    this.#countZeros(chunk);
    if (this.#utf8) {
      try {
        this.#utf8.decode(chunk, { stream: true });
        this.#lines += countNewlines(chunk);
      } catch {
        this.#utf8 = undefined;
        this.#firstBadLine = this.#lines + newlinesBeforeBadByte(chunk);
      }
    }
    this.#chinese.write(chunk);
    this.#size += chunk.length;
  }

  result(): EncodingResult {
    const head = Uint8Array.from(this.#head);
    if (this.#size === 0) return { ok: false, reason: 'empty', line: null };
    for (const [signature, reason] of signatures) {
      if (startsWith(head, signature)) return { ok: false, reason, line: null };
    }
    if (startsWith(head, [0xef, 0xbb, 0xbf])) return this.#utf8OrRefuse(true);
    if (startsWith(head, [0xff, 0xfe])) return this.#utf16('utf-16le', true);
    if (startsWith(head, [0xfe, 0xff])) return this.#utf16('utf-16be', true);
    // ASCII letters in UTF-16 leave a zero in every second byte.
    const looksWide = (zeros: number, others: number) =>
      zeros > this.#size / 8 && others < zeros / 20;
    if (looksWide(this.#zeros.odd, this.#zeros.even)) return this.#utf16('utf-16le', false);
    if (looksWide(this.#zeros.even, this.#zeros.odd)) return this.#utf16('utf-16be', false);
    if (this.#zeros.even + this.#zeros.odd > 0) return { ok: false, reason: 'binary', line: null };
    return this.#utf8OrRefuse(false);
  }

  #utf16(encoding: Encoding, hasBom: boolean): EncodingResult {
    if (this.#size % 2 === 1) return { ok: false, reason: 'unknown-encoding', line: null };
    return { ok: true, encoding, hasBom };
  }

  #utf8OrRefuse(hasBom: boolean): EncodingResult {
    if (this.#utf8) {
      try {
        this.#utf8.decode();
        return { ok: true, encoding: 'utf-8', hasBom };
      } catch {
        this.#firstBadLine ??= this.#lines;
      }
    }
    if (!hasBom && this.#chinese.plausible())
      return { ok: true, encoding: 'gb18030', hasBom: false };
    return { ok: false, reason: 'unknown-encoding', line: this.#firstBadLine };
  }

  #countZeros(chunk: Uint8Array): void {
    if (!chunk.includes(0)) return;
    for (let index = 0; index < chunk.length; index++) {
      if (chunk[index] !== 0) continue;
      if ((this.#size + index) % 2 === 0) this.#zeros.even++;
      else this.#zeros.odd++;
    }
  }
}

/**
 * Tells Chinese text from Western text: GB18030 accepts almost any bytes, so "it decodes" proves nothing.
 * In Chinese text nearly every pair lies in the GB2312 square; in Windows-1252 text an accented letter is followed by ASCII.
 */
class ChinesePairs {
  #decoder: TextDecoder | undefined = new TextDecoder('gb18030', { fatal: true });
  #lead = false;
  #common = 0;
  #rare = 0;

  write(chunk: Uint8Array): void {
    if (!this.#decoder) return;
    try {
      this.#decoder.decode(chunk, { stream: true });
    } catch {
      this.#decoder = undefined;
      return;
    }
    // Enough evidence: the rest of a large file only has to decode.
    if (this.#common + this.#rare > 200_000) return;
    for (const byte of chunk) {
      if (this.#lead) {
        this.#lead = false;
        if (byte >= 0xa1) this.#common++;
        else this.#rare++;
      } else if (byte >= 0x81) this.#lead = true;
    }
  }

  plausible(): boolean {
    if (!this.#decoder) return false;
    try {
      this.#decoder.decode();
    } catch {
      return false;
    }
    return this.#common > 0 && this.#common >= 9 * this.#rare;
  }
}

function countNewlines(chunk: Uint8Array): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count++;
  return count;
}

function newlinesBeforeBadByte(chunk: Uint8Array): number {
  // Lossy decoding marks the first bad sequence; a carried-over half character counts for this chunk's first line.
  const bad = new TextDecoder('utf-8').decode(chunk).indexOf('\ufffd');
  const before = new TextDecoder('utf-8').decode(chunk).slice(0, Math.max(bad, 0));
  return before.split('\n').length - 1;
}
