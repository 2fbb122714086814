import { keyedMark, openSealed, seal } from '../../platform/sealing';
import type { Question } from '../../universal/survey';
import type { Context } from '../context';
import { packSheet, type Sheet, unpackSheet } from './sheet';

/** What sealing needs of a context. */
export type Sealer = { config: Pick<Context['config'], 'secret'> };

/** A sheet on its way into the database: nothing of it can be read there. */
export interface Ballot {
  ballotId: string;
  sealed: Buffer;
}

const purposeOf = (roundId: string) => `pulse-ballot:${roundId}`;

export function sealSheet(
  { config }: Sealer,
  { roundId, sheet, questions }: { roundId: string; sheet: Sheet; questions: readonly Question[] },
): Buffer {
  return seal(config.secret, purposeOf(roundId), packSheet(sheet, questions));
}

export function openBallot({ config }: Sealer, roundId: string, sealed: Buffer): Sheet {
  return unpackSheet(openSealed(config.secret, purposeOf(roundId), sealed));
}

/**
 * The id of the ballot that a page makes, the same each time the page is sent. It follows from a key that only the page
 * knows and that is never stored, so afterwards nobody can work it out again, whoever holds database and secret.
 */
export function ballotIdOf(
  { config }: Sealer,
  { invitationId, pageKey }: { invitationId: string; pageKey: string },
): string {
  const bytes = keyedMark(config.secret, `pulse-ballot:${invitationId}:${pageKey}`).subarray(0, 16);
  // Version 8 (made by own rules), RFC 9562 variant.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Stands for "the person of this invitation took part"; without the secret it fits every invitation alike. */
export function participationMark({ config }: Sealer, invitationId: string): Buffer {
  return keyedMark(config.secret, `pulse-participation:${invitationId}`);
}

/** Tells whether a round's ballots were sealed with this secret. */
export function secretCheck({ config }: Sealer, roundId: string): Buffer {
  return keyedMark(config.secret, `pulse-secret-check:${roundId}`);
}
