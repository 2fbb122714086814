import { letterDecoder } from '../../domain/intake/letter-decoder';
import type { Encoding } from '../../universal/intake/encodings';

const tables = new Map<Encoding, Map<string, Buffer>>();

/** A text in an encoding of one or two bytes a character: the decoder turned round. */
export function encodeAs(text: string, encoding: Encoding): Buffer {
  const table = tables.get(encoding) ?? tableOf(encoding);
  tables.set(encoding, table);
  return Buffer.concat(
    [...text].map((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`${encoding} has no ${character}.`);
      return bytes;
    }),
  );
}

function tableOf(encoding: Encoding): Map<string, Buffer> {
  const decoder = letterDecoder(encoding);
  const table = new Map<string, Buffer>();
  const add = (...bytes: number[]) => {
    const buffer = Buffer.from(bytes);
    const text = decoder.decode(buffer);
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, buffer);
  };
  for (let byte = 0; byte < 0x100; byte++) add(byte);
  if (!encoding.startsWith('windows')) {
    for (let lead = 0x81; lead < 0xff; lead++) {
      for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail);
    }
  }
  return table;
}
