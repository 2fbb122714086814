import { sql } from 'kysely';
import type { Db } from '../../platform/db';

/** The answer of a feedback that a metric is made from. */
export type FeedbackScore = 'nps_score' | 'csat_score' | 'ces_score';

export interface ContributionScope {
  score: FeedbackScore;
  /** Each with everything that lay below it on a feedback's day. */
  departmentIds: readonly string[];
  since: Date;
  /** Excluded. */
  until: Date;
}

export interface Contribution {
  departmentId: string;
  count: number;
  hash: string;
}

/**
 * Count and fingerprint per department that has any, computed where the rows are: no list leaves the database. Id and
 * score of each, so that a changed score changes the fingerprint as much as a response more or less does.
 */
export async function selectContributions(
  db: Db,
  scope: ContributionScope,
): Promise<Contribution[]> {
  if (scope.departmentIds.length === 0) return [];
  const rows = await db
    .selectFrom('feedback as f')
    .innerJoin('mart.department_placement as p', (join) =>
      join
        .onRef('p.department_id', '=', 'f.department_id')
        .onRef('f.occurred_at', '>=', 'p.since')
        .onRef('f.occurred_at', '<', 'p.until'),
    )
    .innerJoin('mart.department_tree as c', 'c.placement_id', 'p.placement_id')
    .where('c.ancestor_id', 'in', scope.departmentIds)
    .where('f.occurred_at', '>=', scope.since)
    .where('f.occurred_at', '<', scope.until)
    .where('f.is_held', '=', false)
    .where(`f.${scope.score}`, 'is not', null)
    .groupBy('c.ancestor_id')
    .select((eb) => [
      sql<string>`c.ancestor_id`.as('departmentId'),
      sql<number>`count(*)::int`.as('count'),
      sql<string>`encode(sha256(convert_to(string_agg(f.feedback_id::text || ':' || ${eb.ref(`f.${scope.score}`)}::text, ',' order by f.feedback_id), 'UTF8')), 'hex')`.as(
        'hash',
      ),
    ])
    .execute();
  return rows;
}
