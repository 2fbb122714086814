import { z } from 'zod';
import { cursorMoment, cursorOf, placeOf } from '../../platform/list-cursor';
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

const auditPlace = z.tuple([cursorMoment, z.uuid()]);

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
    cursor: cursorOf([position, entry.auditEntryId]),
  }));
}

function positionOf(cursor: string | undefined): AuditPosition | undefined {
  const place = placeOf(auditPlace, cursor);
  return place && { recordedAt: place[0], auditEntryId: place[1] };
}
