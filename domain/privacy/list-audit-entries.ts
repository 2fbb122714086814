import { z } from 'zod';
import { InvalidInput } from '../../platform/errors';
import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import { type AuditEntry, type AuditPosition, selectAuditEntries } from './audit-store';

export interface ListedAuditEntry extends AuditEntry {
  cursor: string;
}

const auditFilter = z.object({
  action: z.string().trim().max(80).nullish(),
  actorUserAccountId: z.uuid().nullish(),
  subjectType: z.string().trim().max(80).nullish(),
  subjectId: z.string().trim().max(80).nullish(),
  since: z.date().nullish(),
  until: z.date().nullish(),
});

const cursorParts = z.tuple([z.iso.datetime(), z.uuid()]);

/** One page of what was changed by whom, newest first. */
export async function listAuditEntries(
  ctx: Context,
  {
    filter,
    page: { after, before, ...size },
  }: {
    filter: unknown;
    page: {
      limit: number;
      after?: string | undefined;
      before?: string | undefined;
      inverted?: boolean;
    };
  },
): Promise<ListedAuditEntry[]> {
  authorise(ctx.viewer, 'read', 'AuditEntry');
  const slice = { ...size, after: positionOf(after), before: positionOf(before) };
  const entries = await selectAuditEntries(ctx.db, parseInput(auditFilter, filter), slice);
  return entries.map(({ position, ...entry }) => ({
    ...entry,
    cursor: Buffer.from(JSON.stringify([position, entry.auditEntryId])).toString('base64url'),
  }));
}

function positionOf(cursor: string | undefined): AuditPosition | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [recordedAt, auditEntryId] = cursorParts.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
    return { recordedAt, auditEntryId };
  } catch {
    throw new InvalidInput([
      {
        path: ['after'],
        message: { en: 'This is no cursor of this list.', zh: '该游标不属于此列表。' },
      },
    ]);
  }
}
