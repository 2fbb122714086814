import { createHash } from 'node:crypto';
import { type Db, holdUntilCommit } from './db';
import { Conflict } from './errors';
import type { Text } from '../universal/text';

const compareBoth: Text = {
  en: 'This was changed since you opened it. Nothing is lost: compare both texts and choose.',
  zh: '您打开后，此内容已被修改。您填写的内容没有丢失：请对照两份内容后选择。',
};

/** Somebody else changed the thing since the editor was opened that now wants to store its own text. */
export class ChangedMeanwhile extends Conflict {
  constructor(message: Text = compareBoth) {
    super(message, { fields: [{ path: ['revision'], message }] });
  }
}

/**
 * What an editor knows its content by: a fingerprint of what it shows. The same content has the same revision, whoever
 * wrote it and however often it went back and forth.
 */
export function revisionOf(content: Readonly<Record<string, unknown>> | null): string {
  const sorted = content && Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 20);
}

/**
 * Refuses to store over what its editor has not seen. Holds the thing until the transaction ends, so that of two saves
 * at the same moment the second sees the first.
 */
export async function assertUnchanged(
  db: Db,
  {
    thing,
    seen,
    read,
    refusal,
  }: {
    /** Kind and id: `department:…`. */
    thing: string;
    /** The revision with which the editor was opened. Undefined: no editor was, as in an import. */
    seen: string | number | undefined;
    /** The revision of now. */
    read: () => Promise<string | number>;
    /** What is said where nothing was typed that could be compared. */
    refusal?: Text | undefined;
  },
): Promise<void> {
  if (seen === undefined) return;
  await holdUntilCommit(db, thing);
  if ((await read()) !== seen) throw new ChangedMeanwhile(refusal);
}
