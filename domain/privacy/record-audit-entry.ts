import { newId } from '../../platform/ids';
import type { Context } from '../context';
import type { AuditSubject } from './audited';

/** Writes one audit entry in the caller's transaction. Prefer `audited`, which cannot be forgotten. */
export async function recordAuditEntry(
  ctx: Context,
  entry: AuditSubject & { action: string },
): Promise<void> {
  const { viewer } = ctx;
  await ctx.db
    .insertInto('audit_entry')
    .values({
      audit_entry_id: newId(),
      recorded_at: ctx.clock.now(),
      actor_user_account_id: viewer.kind === 'signed-in' ? viewer.userAccountId : null,
      actor_kind: viewer.kind,
      action: entry.action,
      subject_type: entry.subjectType,
      subject_id: entry.subjectId ?? null,
      details: (entry.details ?? {}) as never,
      request_id: ctx.requestId,
    })
    .execute();
}
