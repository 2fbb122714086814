import { z } from 'zod';
import { InvalidInput, NotFound } from '../../platform/errors';
import { parseInput } from '../../platform/parse-input';
import { assertUnchanged } from '../../platform/revision';
import type { Context } from '../context';
import { listDepartmentsById } from '../organisation';
import { audited } from '../privacy';
import { getMetric } from './get-metric';
import type { Metric } from './metric';
import { assertMaySetTarget, targetRevision } from './target-of-day';
import { findTargetOfDay, type Target, upsertTarget } from './target-store';

const targetInput = z.object({
  metricKey: z.string().min(1),
  departmentId: z.uuid().nullable(),
  target: z.number(),
  effectiveOn: z.iso.date(),
  /** Of the target that the editor saw for this day; absent where it saw none. */
  revision: z.string().optional(),
});

/**
 * Sets what a department, or every department without a target of its own, should reach from a day on. Heads set it for
 * the departments they head, analysts for all.
 */
export const setTarget = audited(
  'scorecard_target.set',
  async (ctx: Context, input: unknown): Promise<Target> => {
    const { revision, ...target } = parseInput(targetInput, input);
    assertMaySetTarget(ctx, target);
    await assertDepartmentIsThere(ctx, target);
    const metric = await getMetric(ctx, target);
    assertInUse(metric);
    assertOnScale(metric, target.target);
    await assertDayUnchanged(ctx, target, revision ?? targetRevision(undefined));
    await upsertTarget(ctx.db, target);
    return target;
  },
  (_input, target) => ({
    subjectType: 'ScorecardTarget',
    subjectId: target.metricKey,
    details: {
      departmentId: target.departmentId,
      target: target.target,
      effectiveOn: target.effectiveOn,
    },
  }),
);

async function assertDepartmentIsThere(ctx: Context, { departmentId }: Target): Promise<void> {
  if (departmentId === null) return;
  const [department] = await listDepartmentsById(ctx, { departmentIds: [departmentId] });
  if (!department) throw new NotFound();
}

function assertInUse({ status }: Metric): void {
  if (status !== 'retired') return;
  throw new InvalidInput([
    {
      path: ['metricKey'],
      message: {
        en: 'This metric is retired. Choose one that is in use.',
        zh: '该指标已停用，请选择仍在使用的指标。',
      },
    },
  ]);
}

async function assertDayUnchanged(ctx: Context, target: Target, seen: string): Promise<void> {
  const { metricKey, departmentId, effectiveOn } = target;
  await assertUnchanged(ctx.db, {
    thing: `target:${metricKey}:${departmentId ?? ''}:${effectiveOn}`,
    seen,
    read: async () => {
      const stored = await findTargetOfDay(ctx.db, target);
      // A day without a target, or the same target again: nothing is overwritten.
      return !stored || stored.target === target.target ? seen : targetRevision(stored);
    },
  });
}

function assertOnScale({ scaleMinimum, scaleMaximum }: Metric, target: number): void {
  const [low, high] = [scaleMinimum ?? -Infinity, scaleMaximum ?? Infinity];
  if (target >= low && target <= high) return;
  throw new InvalidInput([
    {
      path: ['target'],
      message: {
        en: high === Infinity ? `Enter at least ${low}.` : `Enter a number from ${low} to ${high}.`,
        zh:
          high === Infinity ? `请输入不小于 ${low} 的数。` : `请输入 ${low} 到 ${high} 之间的数。`,
      },
    },
  ]);
}
