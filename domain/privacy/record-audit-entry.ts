import { newId } from '../../platform/ids';
import type { AuditAction } from '../../universal/audit-action';
import type { Context } from '../context';
import type { AuditSubject } from './audited';
import { insertAuditEntry } from './audit-store';

/** Writes one audit entry in the caller's transaction. Prefer `audited`, which cannot be forgotten. */
export async function recordAuditEntry(
  ctx: Context,
  entry: AuditSubject & {
    action: AuditAction;
    /** Who has just proven to be this person, where the request came without a session. */
    actorUserAccountId?: string;
  },
): Promise<void> {
  const { viewer } = ctx;
  const signedInAs = viewer.kind === 'signed-in' ? viewer.userAccountId : null;
  const actorUserAccountId = entry.actorUserAccountId ?? signedInAs;
  await insertAuditEntry(ctx.db, {
    auditEntryId: newId(),
    recordedAt: ctx.clock.now(),
    actorUserAccountId,
    actorKind: actorUserAccountId ? 'signed-in' : viewer.kind,
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId ?? null,
    details: entry.details ?? {},
    requestId: ctx.requestId,
  });
}
