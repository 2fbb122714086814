import { parseWithZod } from '@conform-to/zod/v4';
import type { AppLoadContext } from '@remix-run/node';
import type { SubmissionResult } from '@conform-to/react';

import type { MutationError } from '../../../server/load-context.server';
import { replyWithError } from '../../forms/reply';
import { redirect } from '../../redirect';
import {
  acknowledgeReview,
  saveReview,
  shareReview,
  submitReview,
  withdrawReview,
} from './review.document';
import { reviewFormSchema } from './review-form';

export interface ReviewAnswer {
  /** Of the manager's form. */
  result?: SubmissionResult;
  /** Of everything else. */
  error?: MutationError;
  /** What was written in the note that could not be sent. */
  note?: string;
}

/** Saves what the manager wrote and, when asked to, submits it. */
async function write(
  context: AppLoadContext,
  reviewId: string,
  form: FormData,
  submits: boolean,
): Promise<ReviewAnswer> {
  const submission = parseWithZod(form, { schema: reviewFormSchema(context.locale) });
  if (submission.status !== 'success') return { result: submission.reply() };
  const saved = await context.mutate(saveReview, { input: { ...submission.value, reviewId } });
  if (!saved.ok) return { result: replyWithError(submission, saved.error) };
  if (submits) {
    const submitted = await context.mutate(submitReview, { input: { reviewId } });
    if (!submitted.ok) {
      const { revision } = saved.data;
      return { result: replyWithError(submission, submitted.error, revision) };
    }
  }
  throw redirect(`/reviews/${reviewId}`);
}

/** Everything that can be done on the page of a review. */
export async function answerReview(
  context: AppLoadContext,
  reviewId: string,
  form: FormData,
): Promise<ReviewAnswer> {
  const wish = String(form.get('do') ?? '');
  form.delete('do');
  const input = { reviewId };
  const note = String(form.get('note') ?? '');
  switch (wish) {
    case 'share':
      return done(reviewId, await context.mutate(shareReview, { input }));
    case 'withdraw':
      return done(reviewId, await context.mutate(withdrawReview, { input }));
    case 'acknowledge': {
      const outcome = await context.mutate(acknowledgeReview, { input: { reviewId, note } });
      return outcome.ok ? done(reviewId, outcome) : { error: outcome.error, note };
    }
    default:
      return write(context, reviewId, form, wish === 'submit');
  }
}

function done(
  reviewId: string,
  outcome: { ok: true } | { ok: false; error: MutationError },
): ReviewAnswer {
  if (!outcome.ok) return { error: outcome.error };
  throw redirect(`/reviews/${reviewId}`);
}
