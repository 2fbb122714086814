import type { Encoding } from '../../universal/intake/encodings';

export type ProbeResult =
  | { kind: 'unicode'; encoding: Encoding; hasBom: boolean }
  /** Text, but not Unicode. `sample` holds lines with the bytes that tell which; `line` is the first one of them. */
  | { kind: 'legacy'; sample: Uint8Array; line: number }
  | { kind: 'refused'; reason: EncodingProblem; line: number | null };

export type EncodingProblem = 'empty' | 'workbook' | 'binary' | 'unknown-encoding';

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

const signatures: readonly [readonly number[], EncodingProblem][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'workbook'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'workbook'],
  [[0x1f, 0x8b], 'binary'],
  [[0x25, 0x50, 0x44, 0x46], 'binary'],
];

const sampleBytes = 64 * 1024;
const longestSampleLine = 4096;
/** So many characters of UTF-8 before the first byte that is none: the file is a damaged one, no other encoding gives them. */
const provesUtf8 = 20;
/** A text with a stray NUL is a text; its rows are refused one by one. */
const textsHaveFewerNuls = 1 / 100;

/**
 * Reads a file once, chunk by chunk, and says whether the whole of it is Unicode.
 * The head alone cannot tell: the first byte that is not ASCII may stand in the last row.
 */
export class EncodingProbe {
  #head: number[] = [];
  #size = 0;
  #lines = 1;
  #utf8: TextDecoder | undefined = new TextDecoder('utf-8', { fatal: true });
  #utf8Characters = 0;
  #firstBadLine = 1;
  #sample = new HighLines();
  #zeros = { even: 0, odd: 0 };

  write(chunk: Uint8Array): void {
    if (this.#head.length < 4096) this.#head.push(...chunk.subarray(0, 4096 - this.#head.length));
    this.#countZeros(chunk);
    if (this.#utf8) {
      try {
        this.#countHigh(this.#utf8.decode(chunk, { stream: true }));
        this.#lines += countNewlines(chunk);
      } catch {
        this.#utf8 = undefined;
        const before = beforeBadByte(chunk);
        this.#countHigh(before);
        this.#firstBadLine = this.#lines + before.split('\n').length - 1;
      }
    }
    if (!this.#utf8) this.#sample.write(chunk);
    this.#size += chunk.length;
  }

  result(): ProbeResult {
    const head = Uint8Array.from(this.#head);
    if (this.#size === 0) return refused('empty');
    for (const [signature, reason] of signatures) {
      if (startsWith(head, signature)) return refused(reason);
    }
    if (startsWith(head, [0xef, 0xbb, 0xbf])) return this.#utf8Or(() => this.#damaged(), true);
    if (startsWith(head, [0xff, 0xfe])) return this.#utf16('utf-16le', true);
    if (startsWith(head, [0xfe, 0xff])) return this.#utf16('utf-16be', true);
    // ASCII letters in UTF-16 leave a zero in every second byte.
    const looksWide = (zeros: number, others: number) =>
      zeros > this.#size / 8 && others < zeros / 20;
    if (looksWide(this.#zeros.odd, this.#zeros.even)) return this.#utf16('utf-16le', false);
    if (looksWide(this.#zeros.even, this.#zeros.odd)) return this.#utf16('utf-16be', false);
    if (this.#zeros.even + this.#zeros.odd > this.#size * textsHaveFewerNuls)
      return refused('binary');
    return this.#utf8Or(() =>
      this.#utf8Characters >= provesUtf8
        ? this.#damaged()
        : { kind: 'legacy', sample: this.#sample.bytes(), line: this.#firstBadLine },
    );
  }

  #utf16(encoding: Encoding, hasBom: boolean): ProbeResult {
    return this.#size % 2 === 1
      ? refused('unknown-encoding')
      : { kind: 'unicode', encoding, hasBom };
  }

  #utf8Or(otherwise: () => ProbeResult, hasBom = false): ProbeResult {
    if (!this.#utf8) return otherwise();
    try {
      this.#utf8.decode();
    } catch {
      this.#firstBadLine = this.#lines;
      return otherwise();
    }
    return { kind: 'unicode', encoding: 'utf-8', hasBom };
  }

  #damaged(): ProbeResult {
    return { kind: 'refused', reason: 'unknown-encoding', line: this.#firstBadLine };
  }

  #countHigh(text: string): void {
    if (this.#utf8Characters >= provesUtf8) return;
    this.#utf8Characters += text.match(/[\u0080-\u{10ffff}]/gu)?.length ?? 0;
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

const refused = (reason: EncodingProblem): ProbeResult => ({ kind: 'refused', reason, line: null });

/** Collects the first lines that hold a byte beyond ASCII. */
class HighLines {
  #kept: Uint8Array[] = [];
  #size = 0;
  #open: number[] = [];

  write(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length && this.#size < sampleBytes;) {
      const end = chunk.indexOf(10, at);
      const rest = chunk.subarray(at, end === -1 ? chunk.length : end + 1);
      const room = longestSampleLine - this.#open.length;
      this.#open.push(...rest.subarray(0, Math.max(room, 0)));
      at += rest.length;
      if (end !== -1) this.#close();
    }
  }

  bytes(): Uint8Array {
    this.#close();
    return Buffer.concat(this.#kept);
  }

  #close(): void {
    if (this.#open.some((byte) => byte >= 0x80)) {
      if (this.#open.at(-1) !== 10) this.#open.push(10);
      this.#kept.push(Uint8Array.from(this.#open));
      this.#size += this.#open.length;
    }
    this.#open = [];
  }
}

function countNewlines(chunk: Uint8Array): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count++;
  return count;
}

function beforeBadByte(chunk: Uint8Array): string {
  // Lossy decoding marks the first bad sequence; a carried-over half character counts for this chunk's first line.
  const text = new TextDecoder('utf-8').decode(chunk);
  return text.slice(0, Math.max(text.indexOf('\ufffd'), 0));
}
