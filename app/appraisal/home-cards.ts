import type { LoaderFunctionArgs } from '@remix-run/node';

import { listReviewsToWrite, listRunningCycles, listSharedReviews } from './home.document';
import { nodesOf } from './nodes-of';

type Input = Pick<LoaderFunctionArgs, 'context'>;

/** What a manager has to write next. */
export const toWriteCard = {
  roles: ['manager'] as const,
  load: async ({ context }: Input) => {
    const { reviews } = await context.query(listReviewsToWrite);
    return reviews.totalCount === 0
      ? undefined
      : { count: reviews.totalCount, reviews: nodesOf(reviews) };
  },
};

/** The employee's own review, as soon as it is shared and until it is acknowledged. */
export const sharedReviewCard = {
  roles: ['employee'] as const,
  load: async ({ context }: Input) => {
    const [review] = nodesOf((await context.query(listSharedReviews)).reviews);
    return review;
  },
};

/** The cycles that HR is in the middle of. */
export const cycleCard = {
  roles: ['hr'] as const,
  load: async ({ context }: Input) => {
    const { reviewCycles } = await context.query(listRunningCycles);
    return reviewCycles.length === 0 ? undefined : reviewCycles;
  },
};
