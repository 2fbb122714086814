import { createHmac } from 'node:crypto';

/**
 * Names a person within a source by a hash keyed with the installation's secret: equal ids give equal keys, and without
 * the secret nobody can tell from a key, nor from a guessed id, who it is. Resolves to 128 bits, written as a UUID.
 */
export function respondentKeys(secret: string, source: string): (respondentId: string) => string {
  const key = createHmac('sha256', secret).update('feedback-respondent').digest();
  return (respondentId) => {
    const id = respondentId.normalize('NFKC').trim().toLowerCase();
    const hex = createHmac('sha256', key).update(`${source}\u0000${id}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
  };
}
