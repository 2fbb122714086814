import { newId } from '../../platform/ids';
import type { AuditAction } from '../../universal/audit-action';
import type { Context } from '../context';
import type { AuditSubject } from './audited';
import { insertAuditEntry } from './audit-store';

/** Writes one audit entry in the caller's transaction. Prefer `audited`, which cannot be forgotten. */
export async function recordAuditEntry(
  ctx: Context,
  entry: AuditSubject & { action: AuditAction },
): Promise<void> {
  const { viewer } = ctx;
  await insertAuditEntry(ctx.db, {
    auditEntryId: newId(),
    recordedAt: ctx.clock.now(),
    actorUserAccountId: viewer.kind === 'signed-in' ? viewer.userAccountId : null,
    actorKind: viewer.kind,
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId ?? null,
    details: entry.details ?? {},
    requestId: ctx.requestId,
  });
}
