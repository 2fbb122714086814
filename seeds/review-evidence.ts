import {
  judgeIndicator,
  measureIndicator,
  periodOf,
  type TemplateVersion,
} from '../domain/appraisal';
import type { ReviewPlan } from './review-content';
import type { SeedCell, SeedContext } from './seed-context';
import type { SeedRandom } from './seed-random';
import { seedIndicatorContext } from './seed-semantics';

/** By review and indicator: the score that the evidence gives, if any. */
export type EvidenceScores = ReadonlyMap<string, number | null>;

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
  const scores = new Map<string, number | null>();
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
      const { value, n, interval, responseCount, responseHash } = measured.of(departmentId);
      const { status, score } = judgeIndicator({ value, n }, rule);
      scores.set(evidenceKey(plan.reviewId, rule.indicatorId), score);
      rows.push([
        random.uuidAt(requestedAt),
        plan.reviewId,
        rule.indicatorId,
        departmentId,
        rule.metricKey,
        measured.metricVersion,
        period.startOn,
        period.endOn,
        value,
        n,
        interval?.low ?? null,
        interval?.high ?? null,
        status,
        score,
        JSON.stringify(measured.query),
        responseCount,
        responseHash,
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
      'interval_low',
      'interval_high',
      'status',
      'score',
      'query',
      'response_count',
      'response_hash',
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
