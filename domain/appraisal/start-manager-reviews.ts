import { newId } from '../../platform/ids';
import { type Context, inTransaction } from '../context';
import { recordAuditEntry } from '../privacy';
import { mailReviewsToWrite } from './appraisal-mail';
import { findCycle, updateCycle } from './cycle-store';
import { insertEvidence, type NewEvidence } from './evidence-store';
import { judgeIndicator } from './indicator-score';
import { type MeasuredIndicator, measureIndicator } from './indicator-source';
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
  const measured = new Map<string, IndicatorReading>();
  for (const rule of template.indicators)
    measured.set(rule.indicatorId, await readIndicator(ctx, rule, targets, asked));

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

interface IndicatorReading {
  period: Period;
  measured: MeasuredIndicator;
}

async function readIndicator(
  ctx: Context,
  rule: StoredIndicator,
  targets: readonly ReviewTarget[],
  asked: Date,
): Promise<IndicatorReading> {
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
  measured: ReadonlyMap<string, IndicatorReading>,
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
  { period, measured }: IndicatorReading,
  frozenAt: Date,
): NewEvidence {
  const departmentId = departmentOf(rule, target);
  const { value, n, interval, responseCount, responseHash } = measured.of(departmentId);
  return {
    evidenceId: newId(),
    reviewId: target.reviewId,
    indicatorId: rule.indicatorId,
    departmentId,
    metricKey: rule.metricKey,
    metricVersion: measured.metricVersion,
    periodFrom: period.startOn,
    periodTo: period.endOn,
    value,
    n,
    intervalLow: interval?.low ?? null,
    intervalHigh: interval?.high ?? null,
    ...judgeIndicator({ value, n }, rule),
    query: measured.query,
    responseCount,
    responseHash,
    frozenAt,
  };
}
