import { z } from 'zod';
import { Conflict, NotFound } from '../../../platform/errors';
import { parseInput, sayBoth } from '../../../platform/parse-input';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { audited } from '../../privacy';
import { findFeedback, type HoldStep, insertHold, releaseHold } from './hold-store';

const reasonMissing = { en: 'Give the reason.', zh: '请填写理由。' };
const inputSchema = z.object({
  feedbackId: z.uuid(),
  occurredAt: z.date(),
  reason: z.string().trim().min(1, sayBoth(reasonMissing)).max(1000),
});
type Input = z.input<typeof inputSchema>;

const alreadyHeld = { en: 'This feedback is held already.', zh: '这条反馈已被搁置。' };
const notHeld = { en: 'This feedback is not held.', zh: '这条反馈没有被搁置。' };

/** Takes a feedback out of every number, with the reason, until it is released. */
export const holdFeedback = audited(
  'feedback.hold',
  async (ctx: Context, input: Input): Promise<void> => {
    if (!(await insertHold(ctx.db, await stepOf(ctx, input)))) throw new Conflict(alreadyHeld);
  },
  subjectOf,
);

/** Lets a held feedback count again, with the reason. */
export const releaseFeedback = audited(
  'feedback.release',
  async (ctx: Context, input: Input): Promise<void> => {
    if (!(await releaseHold(ctx.db, await stepOf(ctx, input)))) throw new Conflict(notHeld);
  },
  subjectOf,
);

async function stepOf(ctx: Context, input: Input): Promise<HoldStep> {
  authorise(ctx.viewer, 'hold', 'Feedback');
  const { reason, ...place } = parseInput(inputSchema, input);
  const found = await findFeedback(ctx.db, place);
  if (!found) throw new NotFound();
  authorise(ctx.viewer, 'hold', 'Feedback', { departmentId: found.departmentId });
  const userAccountId = ctx.viewer.kind === 'signed-in' ? ctx.viewer.userAccountId : null;
  return { place, reason, userAccountId, now: ctx.clock.now() };
}

/** The reason may name people: it stands with the feedback, not in the log. */
function subjectOf({ feedbackId }: Input) {
  return { subjectType: 'Feedback' as const, subjectId: feedbackId };
}
