import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** What is sealed cannot be opened: it was sealed with another secret or for another purpose, or it was changed. */
export class SealIsBroken extends Error {
  override name = 'SealIsBroken';
}

/**
 * Seals content with a key that follows from the installation's secret and the purpose (HKDF-SHA-256, RFC 5869;
 * AES-256-GCM). Sealing the same content twice gives different bytes of the same length.
 */
export function seal(secret: string, purpose: string, content: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, keyFor(secret, purpose), nonce);
  const text = Buffer.concat([sealing.update(content), sealing.final()]);
  return Buffer.concat([nonce, text, sealing.getAuthTag()]);
}

/** The content of what `seal` made with the same secret and purpose. Throws SealIsBroken for anything else. */
export function openSealed(secret: string, purpose: string, sealed: Buffer): Buffer {
  if (sealed.length < nonceBytes + tagBytes) throw new SealIsBroken();
  const opening = createDecipheriv(
    cipher,
    keyFor(secret, purpose),
    sealed.subarray(0, nonceBytes),
    { authTagLength: tagBytes },
  );
  opening.setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([opening.update(sealed.subarray(nonceBytes, -tagBytes)), opening.final()]);
  } catch (error) {
    throw new SealIsBroken('This was sealed with another secret', { cause: error });
  }
}

/** 32 bytes that only a holder of the secret can tie to the words they stand for. */
export function keyedMark(secret: string, words: string): Buffer {
  return createHmac('sha256', secret).update(words).digest();
}

function keyFor(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
}
