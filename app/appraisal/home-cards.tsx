import type { LoaderFunctionArgs } from '@remix-run/node';

import { CycleCard } from './cycle-card';
import { listReviewsToWrite, listRunningCycles, listSharedReviews } from './home.document';
import { nodesOf } from './nodes-of';
import { SharedReviewCard } from './shared-review-card';
import { ToWriteCard } from './to-write-card';

type Input = Pick<LoaderFunctionArgs, 'context'>;

/** What a manager has to write next. */
export const toWriteCard = {
  id: 'reviews-to-write',
  roles: ['manager'] as const,
  isWide: false,
  load: async ({ context }: Input) => {
    const { reviews } = await context.query(listReviewsToWrite);
    return reviews.totalCount === 0
      ? undefined
      : { count: reviews.totalCount, reviews: nodesOf(reviews) };
  },
  Card: ToWriteCard,
};

/** The employee's own review, as soon as it is shared and until it is acknowledged. */
export const sharedReviewCard = {
  id: 'review-shared',
  roles: ['employee'] as const,
  isWide: false,
  load: async ({ context }: Input) => {
    const [review] = nodesOf((await context.query(listSharedReviews)).reviews);
    return review;
  },
  Card: SharedReviewCard,
};

/** The cycles that HR is in the middle of. */
export const cycleCard = {
  id: 'review-cycle',
  roles: ['hr'] as const,
  isWide: false,
  load: async ({ context }: Input) => {
    const { reviewCycles } = await context.query(listRunningCycles);
    return reviewCycles.length === 0 ? undefined : reviewCycles;
  },
  Card: CycleCard,
};
