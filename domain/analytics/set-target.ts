import { z } from 'zod';
import { InvalidInput, NotFound } from '../../platform/errors';
import { parseInput } from '../../platform/parse-input';
import { authorise, isAllowed } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { getMetric } from './get-metric';
import type { Metric } from './metric';
import { type Target, upsertTarget } from './target-store';

const targetInput = z.object({
  metricKey: z.string().min(1),
  departmentId: z.uuid().nullable(),
  target: z.number(),
  effectiveOn: z.iso.date(),
});

/**
 * Sets what a department, or every department without a target of its own, should reach from a day on. Heads set it for
 * the departments they head, analysts for all.
 */
export const setTarget = audited(
  'scorecard_target.set',
  async (ctx: Context, input: unknown): Promise<Target> => {
    const target = parseInput(targetInput, input);
    if (target.departmentId)
      authorise(ctx.viewer, 'update', 'Target', { departmentId: target.departmentId });
    else if (!isAllowed(ctx.viewer, 'manage', 'Target')) throw new NotFound();
    const metric = await getMetric(ctx, target);
    assertInUse(metric);
    assertOnScale(metric, target.target);
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
