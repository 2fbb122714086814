import { sql } from 'kysely';
import type { Db } from '../../platform/db';

export interface AuditEntry {
  auditEntryId: string;
  recordedAt: Date;
  actorKind: 'signed-in' | 'system' | 'anonymous';
  actorName: string | null;
  action: string;
  subjectType: string;
  subjectId: string | null;
  details: Record<string, unknown>;
  requestId: string | null;
}

export interface AuditFilter {
  /** The beginning of the action, such as `department` or `department.move`. */
  action?: string | null | undefined;
  actorUserAccountId?: string | null | undefined;
  subjectType?: string | null | undefined;
  subjectId?: string | null | undefined;
  since?: Date | null | undefined;
  until?: Date | null | undefined;
}

/** Where a page of the log begins: entries of one moment are told apart by their id. */
export interface AuditPosition {
  recordedAt: string;
  auditEntryId: string;
}

export interface AuditSlice {
  limit: number;
  after?: AuditPosition | undefined;
  before?: AuditPosition | undefined;
  inverted?: boolean | undefined;
}

/** A part of the log, newest first, with moments to the microsecond for the position. */
export async function selectAuditEntries(
  db: Db,
  filter: AuditFilter,
  { limit, after, before, inverted = false }: AuditSlice,
): Promise<(AuditEntry & { position: string })[]> {
  const direction = inverted ? 'asc' : 'desc';
  let query = db
    .selectFrom('audit_entry as a')
    .leftJoin('user_account as u', 'u.user_account_id', 'a.actor_user_account_id')
    .select([
      'a.audit_entry_id as auditEntryId',
      'a.recorded_at as recordedAt',
      sql<AuditEntry['actorKind']>`a.actor_kind`.as('actorKind'),
      'u.display_name as actorName',
      'a.action',
      'a.subject_type as subjectType',
      'a.subject_id as subjectId',
      sql<Record<string, unknown>>`a.details`.as('details'),
      'a.request_id as requestId',
      sql<string>`to_char(a.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as(
        'position',
      ),
    ])
    .orderBy('a.recorded_at', direction)
    .orderBy('a.audit_entry_id', direction)
    .limit(limit);
  const action = filter.action?.replace(/[\\%_]/g, '\\$&');
  if (action) query = query.where('a.action', 'like', `${action}%`);
  if (filter.actorUserAccountId)
    query = query.where('a.actor_user_account_id', '=', filter.actorUserAccountId);
  if (filter.subjectType) query = query.where('a.subject_type', '=', filter.subjectType);
  if (filter.subjectId) query = query.where('a.subject_id', '=', filter.subjectId);
  if (filter.since) query = query.where('a.recorded_at', '>=', filter.since);
  if (filter.until) query = query.where('a.recorded_at', '<', filter.until);
  const own = sql`(a.recorded_at, a.audit_entry_id)`;
  const place = ({ recordedAt, auditEntryId }: AuditPosition) =>
    sql`(${recordedAt}::timestamptz, ${auditEntryId}::uuid)`;
  if (after) query = query.where(sql<boolean>`${own} < ${place(after)}`);
  if (before) query = query.where(sql<boolean>`${own} > ${place(before)}`);
  return query.execute();
}

export type NewAuditEntry = Omit<AuditEntry, 'actorName' | 'details'> & {
  actorUserAccountId: string | null;
  details: Readonly<Record<string, unknown>>;
};

export async function insertAuditEntry(db: Db, entry: NewAuditEntry): Promise<void> {
  await db
    .insertInto('audit_entry')
    .values({
      audit_entry_id: entry.auditEntryId,
      recorded_at: entry.recordedAt,
      actor_user_account_id: entry.actorUserAccountId,
      actor_kind: entry.actorKind,
      action: entry.action,
      subject_type: entry.subjectType,
      subject_id: entry.subjectId,
      details: entry.details as never,
      request_id: entry.requestId,
    })
    .execute();
}
