import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { Direction } from './indicator-score';
import type { Evidence } from './review';

/** The newest version of each indicator's evidence in this review. */
export async function selectEvidence(db: Db, reviewId: string): Promise<Evidence[]> {
  const rows = await selectRows(db, reviewId);
  return rows.map(({ direction, threshold, target, stretch, ...evidence }) => ({
    ...evidence,
    bands:
      threshold === null || target === null || stretch === null
        ? null
        : { direction, threshold, target, stretch },
  }));
}

function selectRows(db: Db, reviewId: string) {
  return db
    .selectFrom('review_evidence as v')
    .innerJoin('template_indicator as i', 'i.template_indicator_id', 'v.template_indicator_id')
    .innerJoin('department as d', 'd.department_id', 'v.department_id')
    .distinctOn('v.template_indicator_id')
    .select([
      'v.review_evidence_id as evidenceId',
      'v.template_indicator_id as indicatorId',
      'v.version',
      'v.reason',
      'v.department_id as departmentId',
      'd.name_en as departmentNameEn',
      'd.name_zh as departmentNameZh',
      'v.metric_key as metricKey',
      'v.metric_version as metricVersion',
      'v.period_from as periodFrom',
      'v.period_to as periodTo',
      'v.value',
      'v.n',
      'v.people',
      'v.effective_n as effectiveN',
      'v.interval_low as intervalLow',
      'v.interval_high as intervalHigh',
      sql<Evidence['status']>`v.status`.as('status'),
      'v.score',
      'v.score_low as scoreLow',
      'v.score_high as scoreHigh',
      sql<Direction>`i.direction`.as('direction'),
      'v.threshold',
      'v.target',
      'v.stretch',
      sql<Evidence['targetSource']>`v.target_source`.as('targetSource'),
      'v.counted_value as countedValue',
      'v.counted_low as countedLow',
      'v.counted_high as countedHigh',
      'v.population_mean as populationMean',
      'v.population_size as populationSize',
      'v.prior_weight as priorWeight',
      'v.query',
      'v.response_count as responseCount',
      'v.response_hash as responseHash',
      sql<Evidence['responseHashCovers']>`v.response_hash_covers`.as('responseHashCovers'),
      'v.frozen_at as frozenAt',
    ])
    .where('v.review_id', '=', reviewId)
    .orderBy('v.template_indicator_id')
    .orderBy('v.version', 'desc')
    .execute();
}

export type NewEvidence = Omit<
  Evidence,
  'departmentNameEn' | 'departmentNameZh' | 'version' | 'reason'
> & {
  reviewId: string;
};

/** Stores first versions. What is frozen already stays: starting the same work twice changes nothing. */
export async function insertEvidence(db: Db, evidence: readonly NewEvidence[]): Promise<void> {
  if (evidence.length === 0) return;
  await db
    .insertInto('review_evidence')
    .values(
      evidence.map((item) => ({
        review_evidence_id: item.evidenceId,
        review_id: item.reviewId,
        template_indicator_id: item.indicatorId,
        department_id: item.departmentId,
        metric_key: item.metricKey,
        metric_version: item.metricVersion,
        period_from: item.periodFrom,
        period_to: item.periodTo,
        value: item.value,
        n: item.n,
        people: item.people,
        effective_n: item.effectiveN,
        interval_low: item.intervalLow,
        interval_high: item.intervalHigh,
        status: item.status,
        score: item.score,
        score_low: item.scoreLow,
        score_high: item.scoreHigh,
        threshold: item.bands?.threshold ?? null,
        target: item.bands?.target ?? null,
        stretch: item.bands?.stretch ?? null,
        target_source: item.targetSource,
        counted_value: item.countedValue,
        counted_low: item.countedLow,
        counted_high: item.countedHigh,
        population_mean: item.populationMean,
        population_size: item.populationSize,
        prior_weight: item.priorWeight,
        query: item.query as never,
        response_count: item.responseCount,
        response_hash: item.responseHash,
        response_hash_covers: item.responseHashCovers,
        frozen_at: item.frozenAt,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['review_id', 'template_indicator_id', 'version']).doNothing(),
    )
    .execute();
}
