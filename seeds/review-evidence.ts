import {
  judgeReading,
  measureIndicator,
  periodOf,
  type Evidence,
  type TemplateVersion,
} from '../domain/appraisal';
import type { ReviewPlan } from './review-content';
import type { SeedCell, SeedContext } from './seed-context';
import type { SeedRandom } from './seed-random';
import { seedIndicatorContext } from './seed-semantics';

/** By review and indicator: the score that the evidence gives, if any, and how far chance may move it. */
export type EvidenceScores = ReadonlyMap<string, SeededScore>;

export type SeededScore = Pick<Evidence, 'score' | 'scoreLow' | 'scoreHigh'>;

export const evidenceKey = (reviewId: string, indicatorId: string): string =>
  `${reviewId} ${indicatorId}`;

/** Freezes the evidence the way the product does: measured over the last complete quarter, never invented. */
export async function seedReviewEvidence(
  seed: SeedContext,
  {
    template,
    plans,
    requestedAt,
    random,
  }: {
    template: TemplateVersion;
    plans: readonly ReviewPlan[];
    requestedAt: Date;
    random: SeedRandom;
  },
): Promise<EvidenceScores> {
  const ctx = seedIndicatorContext(seed);
  const scores = new Map<string, SeededScore>();
  const rows: SeedCell[][] = [];
  for (const rule of template.indicators) {
    const period = periodOf(rule.periodRule, requestedAt, seed.directory.timeZone);
    const departmentOf = (plan: ReviewPlan) =>
      rule.scope === 'team' ? teamOf(seed, plan) : plan.departmentId;
    const departmentIds = [...new Set(plans.map(departmentOf))];
    const measured = await measureIndicator(ctx, {
      metricKey: rule.metricKey,
      departmentIds,
      period,
    });
    for (const plan of plans) {
      const departmentId = departmentOf(plan);
      const reading = measured.of(departmentId);
      const { responseCount, responseHash } = measured.fingerprintOf(departmentId);
      const judged = judgeReading(rule, reading, measured);
      scores.set(evidenceKey(plan.reviewId, rule.indicatorId), judged);
      rows.push([
        random.uuidAt(requestedAt),
        plan.reviewId,
        rule.indicatorId,
        departmentId,
        rule.metricKey,
        measured.metricVersion,
        period.startOn,
        period.endOn,
        reading.value,
        reading.n,
        reading.people,
        reading.effectiveN,
        reading.interval?.low ?? null,
        reading.interval?.high ?? null,
        judged.status,
        judged.score,
        judged.scoreLow,
        judged.scoreHigh,
        judged.bands.threshold,
        judged.bands.target,
        judged.bands.stretch,
        judged.targetSource,
        judged.countedValue,
        judged.countedLow,
        judged.countedHigh,
        judged.populationMean,
        judged.populationSize,
        judged.priorWeight,
        JSON.stringify(measured.query),
        responseCount,
        responseHash,
        'ids_and_scores',
        requestedAt,
      ]);
    }
  }
  await seed.copy(
    'review_evidence',
    [
      'review_evidence_id',
      'review_id',
      'template_indicator_id',
      'department_id',
      'metric_key',
      'metric_version',
      'period_from',
      'period_to',
      'value',
      'n',
      'people',
      'effective_n',
      'interval_low',
      'interval_high',
      'status',
      'score',
      'score_low',
      'score_high',
      'threshold',
      'target',
      'stretch',
      'target_source',
      'counted_value',
      'counted_low',
      'counted_high',
      'population_mean',
      'population_size',
      'prior_weight',
      'query',
      'response_count',
      'response_hash',
      'response_hash_covers',
      'frozen_at',
    ],
    rows,
  );
  return scores;
}

/** The nearest department, at or above the person's own, that their manager heads; else the own one. */
function teamOf({ directory }: SeedContext, plan: ReviewPlan): string {
  let department = directory.departments.find(({ id }) => id === plan.departmentId);
  while (department) {
    if (department.headEmployeeId === plan.managerId) return department.id;
    const { parentCode } = department;
    department = directory.departments.find(({ code }) => code === parentCode);
  }
  return plan.departmentId;
}
