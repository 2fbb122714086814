import type { Encoding } from '../../universal/intake/encodings';

/** What 0x80 to 0x9F are in Windows-1252; five of them are nothing. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export interface LetterDecoder {
  decode(chunk?: Uint8Array, options?: { stream: boolean }): string;
}

/**
 * Decodes bytes piece by piece. Node's own decoder takes Windows-1252 for ISO-8859-1 in some versions, which turns
 * quotation marks, dashes and the euro into control characters; here they are what they are.
 */
export function letterDecoder(
  encoding: Encoding,
  { fatal = false }: { fatal?: boolean } = {},
): LetterDecoder {
  const decoder = new TextDecoder(encoding, { fatal });
  if (encoding !== 'windows-1252') return decoder;
  return {
    decode: (chunk, options) =>
      decoder
        .decode(chunk, options)
        .replace(/[\u0080-\u009f]/g, (letter) => windows1252[letter.charCodeAt(0) - 0x80]!),
  };
}
