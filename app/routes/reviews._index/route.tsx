import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { nodesOf } from '../../appraisal/nodes-of';
import { ReviewTabs } from '../../appraisal/review-tabs';
import { chosenStep } from '../../appraisal/step-filter';
import { connectionArguments } from '../../components/pagination';
import { PageHeader } from '../../components/page-header';
import { useMessages } from '../../locale';
import { reviewMessages } from '../../locales/reviews';
import { pageTitle } from '../../page-title';
import { MyReviews } from './my-reviews';
import { listMyReviews } from './reviews.document';
import { ReviewsToWrite } from './reviews-to-write';
import classes from './reviews.module.css';

export const meta = pageTitle(reviewMessages, (t) => t.reviews);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const address = new URL(request.url).searchParams;
  const search = (address.get('q') ?? '').trim();
  const step = chosenStep(address);
  const { mine, toWrite } = await context.query(listMyReviews, {
    ...connectionArguments(address),
    search,
    steps: step ? [step] : null,
  });
  const roles = context.viewer?.roles ?? [];
  return {
    mine: nodesOf(mine),
    toWrite: { ...toWrite, rows: nodesOf(toWrite) },
    search,
    step,
    isHr: roles.includes('hr'),
    // Somebody who leads people sees the list also when it is empty, because it says when it fills.
    isManager: roles.includes('manager') || toWrite.totalCount > 0,
  };
}

export default function Reviews() {
  const t = useMessages(reviewMessages);
  const { mine, toWrite, search, step, isHr, isManager } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t.reviews} description={t.reviewsText} />
      {isHr && <ReviewTabs />}
      <div className={classes.page}>
        {isManager && <ReviewsToWrite list={toWrite} search={search} step={step} />}
        <MyReviews reviews={mine} />
      </div>
    </>
  );
}
