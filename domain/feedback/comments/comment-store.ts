import { sql } from 'kysely';
import type { Db } from '../../../platform/db';
import {
  type Comment,
  type CommentOrder,
  type CommentPlace,
  type ScoreBand,
  scoreBands,
  writeCursor,
} from './comment';

export interface CommentQuery {
  /** Only departments that the viewer may read, or all. */
  readable: 'all' | readonly string[];
  /** This department and everything below it. */
  departmentId: string | null;
  from: Date;
  until: Date;
  touchpointId: string | null;
  channel: string | null;
  band: ScoreBand | null;
  search: string | null;
  order: CommentOrder;
  after: CommentPlace | undefined;
  limit: number;
}

type Row = Omit<Comment, 'cursor'> & { moment: string };

/** Comments in the asked order. The bounds of the period leave all other partitions untouched. */
export async function selectComments(db: Db, query: CommentQuery): Promise<Comment[]> {
  const { readable, departmentId, touchpointId, channel, search, order, limit } = query;
  const conditions = [
    sql`f.comment is not null and not f.is_held`,
    sql`f.occurred_at >= ${query.from} and f.occurred_at < ${query.until}`,
  ];
  if (readable !== 'all')
    conditions.push(sql`f.department_id = any(${sql.val([...readable])}::uuid[])`);
  if (departmentId) {
    conditions.push(
      sql`f.department_id in (select descendant_id from department_closure where ancestor_id = ${departmentId}::uuid)`,
    );
  }
  if (touchpointId) conditions.push(sql`f.touchpoint_id = ${touchpointId}::uuid`);
  if (channel) conditions.push(sql`f.channel = ${channel}`);
  if (query.band) {
    const [low, high] = scoreBands[query.band];
    conditions.push(sql`f.score_percent between ${low} and ${high}`);
  }
  if (search) conditions.push(sql`f.comment ilike ${`%${search.replace(/[\\%_]/g, '\\$&')}%`}`);
  if (order === 'critical') conditions.push(sql`f.score_percent is not null`);
  if (query.after) conditions.push(afterPlace(order, query.after));
  const ordering =
    order === 'critical'
      ? sql`f.score_percent, f.occurred_at desc, f.feedback_id`
      : sql`f.occurred_at desc, f.feedback_id`;
  const { rows } = await sql<Row>`
    select f.feedback_id as "feedbackId", f.occurred_at as "occurredAt", f.department_id as "departmentId",
      f.touchpoint_id as "touchpointId", f.channel, f.comment, f.nps_score as "npsScore", f.csat_score as "csatScore",
      f.ces_score as "cesScore", f.score_percent as "scorePercent",
      to_char(f.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment
    from feedback f where ${sql.join(conditions, sql` and `)}
    order by ${ordering} limit ${limit}`.execute(db);
  return rows.map(({ moment, ...row }) => ({
    ...row,
    cursor: writeCursor([order === 'critical' ? row.scorePercent : null, moment, row.feedbackId]),
  }));
}

function afterPlace(order: CommentOrder, [score, moment, feedbackId]: CommentPlace) {
  const later = sql`(f.occurred_at < ${moment}::timestamptz
    or (f.occurred_at = ${moment}::timestamptz and f.feedback_id > ${feedbackId}::uuid))`;
  return order === 'newest' || score === null
    ? later
    : sql`(f.score_percent > ${score} or (f.score_percent = ${score} and ${later}))`;
}
