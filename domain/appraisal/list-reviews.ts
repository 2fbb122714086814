import { authorise } from '../access';
import type { Context } from '../context';
import type { Review } from './review';
import type { ReviewStep } from './review-step';
import { countReviews, type ReviewFilter, selectReviews } from './review-store';

/** `mine`: about the viewer. `to_write`: those the viewer writes. `all`: every one the viewer may see. */
export type ReviewView = 'mine' | 'to_write' | 'all';

export interface ListReviewsOptions {
  view: ReviewView;
  cycleId?: string;
  steps?: readonly ReviewStep[];
  search?: string;
}

/** Reviews by cycle and name, as far as the viewer may see them; an employee finds only shared ones. */
export async function listReviews(
  ctx: Context,
  options: ListReviewsOptions & { limit: number; offset: number },
): Promise<Review[]> {
  authorise(ctx.viewer, 'read', 'Review');
  const filter = filterOf(ctx, options);
  return filter ? selectReviews(ctx.db, ctx.viewer, filter, options) : [];
}

export async function countReviewsListed(
  ctx: Context,
  options: ListReviewsOptions,
): Promise<number> {
  authorise(ctx.viewer, 'read', 'Review');
  const filter = filterOf(ctx, options);
  return filter ? countReviews(ctx.db, ctx.viewer, filter) : 0;
}

function filterOf(ctx: Context, { view, ...filter }: ListReviewsOptions): ReviewFilter | undefined {
  if (view === 'all') return filter;
  const employeeId = ctx.viewer.kind === 'signed-in' ? ctx.viewer.employeeId : null;
  if (!employeeId) return undefined;
  return view === 'mine' ? { ...filter, employeeId } : { ...filter, managerEmployeeId: employeeId };
}
