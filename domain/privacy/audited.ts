import type { AuditAction, AuditSubjectType } from '../../universal/audit-action';
import { type Context, inTransaction } from '../context';
import { recordAuditEntry } from './record-audit-entry';

/** What an audit entry says about a change: which thing, and facts that are neither answers nor personal data. */
export interface AuditSubject {
  subjectType: AuditSubjectType;
  subjectId?: string | null;
  details?: Readonly<Record<string, unknown>>;
}

/**
 * Wraps a use case that changes something, so that the change and its audit entry are committed together or not at
 * all. A use case that throws leaves neither.
 */
export function audited<Input, Result>(
  action: AuditAction,
  useCase: (ctx: Context, input: Input) => Promise<Result>,
  describe: (input: Input, result: Result) => AuditSubject,
): (ctx: Context, input: Input) => Promise<Result> {
  return (ctx, input) =>
    inTransaction(ctx, async (tx) => {
      const result = await useCase(tx, input);
      await recordAuditEntry(tx, { action, ...describe(input, result) });
      return result;
    });
}
