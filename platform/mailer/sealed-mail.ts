import { z } from 'zod';
import { openSealed, seal } from '../sealing';

const letterShape = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
type SealedLetter = z.output<typeof letterShape>;

const purpose = 'outbox-mail';
/** Length tells languages and names apart, so mails are filled up to a multiple of this. */
const roomBytes = 8192;

/** Recipient, subject and text of a mail as bytes that only the product's secret opens. */
export function sealLetter(secret: string, { to, subject, text, html }: SealedLetter): Buffer {
  const content = Buffer.from(JSON.stringify({ to, subject, text, html }));
  const filled = Buffer.alloc(Math.ceil(content.length / roomBytes) * roomBytes, ' ');
  content.copy(filled);
  return seal(secret, purpose, filled);
}

export function openLetter(secret: string, sealed: Buffer): SealedLetter {
  return letterShape.parse(JSON.parse(openSealed(secret, purpose, sealed).toString()));
}
