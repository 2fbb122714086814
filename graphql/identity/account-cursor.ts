import { z } from 'zod';
import type { UserAccount } from '../../domain/identity';
import { InvalidInput } from '../../platform/errors';

const cursorShape = z.tuple([z.string(), z.uuid()]);

export interface AccountCursor {
  displayName: string;
  userAccountId: string;
}

export function writeCursor({ displayName, userAccountId }: UserAccount): string {
  return Buffer.from(JSON.stringify([displayName, userAccountId])).toString('base64url');
}

/** Reads what `writeCursor` wrote. Throws InvalidInput for anything else. */
export function parseCursor(cursor: string | null | undefined): AccountCursor | undefined {
  if (!cursor) return undefined;
  const parsed = cursorShape.safeParse(
    parseJson(Buffer.from(cursor, 'base64url').toString('utf8')),
  );
  if (!parsed.success) {
    throw new InvalidInput([], {
      en: 'The cursor is not one of this list.',
      zh: '游标不属于此列表。',
    });
  }
  const [displayName, userAccountId] = parsed.data;
  return { displayName, userAccountId };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
