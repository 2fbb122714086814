import { newId } from '../../platform/ids';
import { type Context, inTransaction } from '../context';
import { recordAuditEntry } from '../privacy';
import { mailReviewsToWrite } from './appraisal-mail';
import { findCycle, updateCycle } from './cycle-store';
import { insertEvidence, type NewEvidence } from './evidence-store';
import { type MeasuredIndicator, measureIndicator } from './indicator-source';
import { judgeReading } from './judge-reading';
import type { Period } from '../../universal/period';
import { periodOf } from './period';
import { openManagerReviews, type ReviewTarget, selectReviewTargets } from './review-target-store';
import type { StoredIndicator } from './template';
import { findTemplateVersion } from './template-store';

const batchSize = 100;

interface Progress {
  signal?: AbortSignal;
  progress?(done: number, total: number): Promise<void>;
}

/**
 * Freezes the evidence of every review that still stands at its goals and opens it for the manager. Works in batches
 * that are each committed whole, so that a run that was cut off is taken up where it ended.
 */
export async function startManagerReviews(
  ctx: Context,
  { cycleId }: { cycleId: string },
  { signal, progress }: Progress = {},
): Promise<void> {
  const cycle = await findCycle(ctx.db, cycleId);
  if (!cycle?.managerReviewRequestedAt || cycle.managerReviewStartedAt || cycle.closedAt) return;
  const template = (await findTemplateVersion(ctx.db, cycle.templateVersionId))!;
  const targets = await selectReviewTargets(ctx.db, cycleId);
  const asked = cycle.managerReviewRequestedAt;
  const measured = new Map<string, MeasuredPeriod>();
  for (const rule of template.indicators)
    measured.set(rule.indicatorId, await measureFor(ctx, rule, targets, asked));

  for (let start = 0; start < targets.length; start += batchSize) {
    signal?.throwIfAborted();
    const batch = targets.slice(start, start + batchSize);
    await inTransaction(ctx, (tx) => openBatch(tx, batch, template.indicators, measured));
    await progress?.(Math.min(start + batchSize, targets.length), targets.length);
  }
  await inTransaction(ctx, async (tx) => {
    await updateCycle(tx.db, cycleId, { managerReviewStartedAt: tx.clock.now() });
    await mailReviewsToWrite(tx, cycleId);
    await recordAuditEntry(tx, {
      action: 'review_cycle.manager_reviews_started',
      subjectType: 'ReviewCycle',
      subjectId: cycleId,
      details: { reviews: targets.length },
    });
  });
}

interface MeasuredPeriod {
  period: Period;
  measured: MeasuredIndicator;
}

async function measureFor(
  ctx: Context,
  rule: StoredIndicator,
  targets: readonly ReviewTarget[],
  asked: Date,
): Promise<MeasuredPeriod> {
  const period = periodOf(rule.periodRule, asked, ctx.organisation.timeZone);
  const departmentIds = [...new Set(targets.map((target) => departmentOf(rule, target)))];
  const measured = await measureIndicator(ctx, {
    metricKey: rule.metricKey,
    departmentIds,
    period,
  });
  return { period, measured };
}

/** For a team: what the manager heads, nearest to the person; where the manager heads nothing above them, the own. */
function departmentOf(rule: StoredIndicator, target: ReviewTarget): string {
  return rule.scope === 'team'
    ? (target.teamDepartmentId ?? target.departmentId)
    : target.departmentId;
}

async function openBatch(
  tx: Context,
  batch: readonly ReviewTarget[],
  rules: readonly StoredIndicator[],
  measured: ReadonlyMap<string, MeasuredPeriod>,
): Promise<void> {
  const frozenAt = tx.clock.now();
  const reviewIds = await openManagerReviews(
    tx.db,
    batch.map((target) => target.reviewId),
  );
  const opened = batch.filter((target) => reviewIds.has(target.reviewId));
  await insertEvidence(
    tx.db,
    opened.flatMap((target) =>
      rules.map((rule) => evidenceOf(rule, target, measured.get(rule.indicatorId)!, frozenAt)),
    ),
  );
  for (const { reviewId } of opened) {
    await recordAuditEntry(tx, {
      action: 'review.start_manager_review',
      subjectType: 'Review',
      subjectId: reviewId,
    });
  }
}

function evidenceOf(
  rule: StoredIndicator,
  target: ReviewTarget,
  { period, measured }: MeasuredPeriod,
  frozenAt: Date,
): NewEvidence {
  const departmentId = departmentOf(rule, target);
  const reading = measured.of(departmentId);
  return {
    evidenceId: newId(),
    reviewId: target.reviewId,
    indicatorId: rule.indicatorId,
    departmentId,
    metricKey: rule.metricKey,
    metricVersion: measured.metricVersion,
    periodFrom: period.startOn,
    periodTo: period.endOn,
    value: reading.value,
    n: reading.n,
    people: reading.people,
    effectiveN: reading.effectiveN,
    intervalLow: reading.interval?.low ?? null,
    intervalHigh: reading.interval?.high ?? null,
    ...judgeReading(rule, reading, measured),
    query: measured.query,
    ...measured.fingerprintOf(departmentId),
    responseHashCovers: 'ids_and_scores',
    frozenAt,
  };
}
