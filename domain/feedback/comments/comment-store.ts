import { sql } from 'kysely';
import type { Db } from '../../../platform/db';
import { cursorOf } from '../../../platform/list-cursor';
import {
  type Comment,
  type CommentOrder,
  type CommentPlace,
  type ScoreBand,
  scoreBands,
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

/**
 * Comments in the asked order. A department's are those of the days on which it, or what was given, lay below the asked
 * one. Each department's are looked for along its index and only as many as are asked for, so that what is stored besides
 * costs nothing. The bounds of the period leave all other partitions untouched.
 */
export async function selectComments(db: Db, query: CommentQuery): Promise<Comment[]> {
  const { order, limit } = query;
  const ordering =
    order === 'critical'
      ? sql`f.score_percent, f.occurred_at desc, f.feedback_id`
      : sql`f.occurred_at desc, f.feedback_id`;
  const { rows } = await sql<Row>`
    with stretch as materialized (${stretchesOf(query)})
    select f.feedback_id as "feedbackId", f.occurred_at as "occurredAt", f.department_id as "departmentId",
      f.touchpoint_id as "touchpointId", f.channel, f.comment, f.nps_score as "npsScore", f.csat_score as "csatScore",
      f.ces_score as "cesScore", f.score_percent as "scorePercent",
      to_char(f.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment
    from stretch s cross join lateral (
      select * from feedback f
      where f.department_id = s.department_id and f.occurred_at >= s.since and f.occurred_at < s.until
        and ${sql.join(conditionsOf(query), sql` and `)}
      order by ${ordering} limit ${limit}
    ) f
    order by ${ordering} limit ${limit}`.execute(db);
  return rows.map(({ moment, ...row }) => ({
    ...row,
    cursor: cursorOf([order === 'critical' ? row.scorePercent : null, moment, row.feedbackId]),
  }));
}

/** The departments whose comments are asked for, each with the time in which it counts. */
function stretchesOf({ readable, departmentId, from, until }: CommentQuery) {
  const conditions = [sql`p.since < ${until} and p.until > ${from}`];
  if (readable !== 'all')
    conditions.push(sql`p.department_id = any(${sql.val([...readable])}::uuid[])`);
  if (departmentId) {
    conditions.push(
      sql`p.placement_id in (select placement_id from mart.department_tree where ancestor_id = ${departmentId}::uuid)`,
    );
  }
  return sql`
    select p.department_id, p.since, p.until from mart.department_placement p where ${sql.join(conditions, sql` and `)}`;
}

function conditionsOf({
  from,
  until,
  touchpointId,
  channel,
  band,
  search,
  order,
  after,
}: CommentQuery) {
  const conditions = [
    sql`f.comment is not null and not f.is_held`,
    sql`f.occurred_at >= ${from} and f.occurred_at < ${until}`,
  ];
  if (touchpointId) conditions.push(sql`f.touchpoint_id = ${touchpointId}::uuid`);
  if (channel) conditions.push(sql`f.channel = ${channel}`);
  if (band) {
    const [low, high] = scoreBands[band];
    conditions.push(sql`f.score_percent between ${low} and ${high}`);
  }
  if (search) conditions.push(sql`f.comment ilike ${`%${search.replace(/[\\%_]/g, '\\$&')}%`}`);
  if (order === 'critical') conditions.push(sql`f.score_percent is not null`);
  if (after) conditions.push(afterPlace(order, after));
  return conditions;
}

function afterPlace(order: CommentOrder, [score, moment, feedbackId]: CommentPlace) {
  const later = sql`(f.occurred_at < ${moment}::timestamptz
    or (f.occurred_at = ${moment}::timestamptz and f.feedback_id > ${feedbackId}::uuid))`;
  return order === 'newest' || score === null
    ? later
    : sql`(f.score_percent > ${score} or (f.score_percent = ${score} and ${later}))`;
}
