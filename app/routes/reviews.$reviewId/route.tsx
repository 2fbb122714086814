import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { StepBadge } from '../../appraisal/step-badge';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { UnsavedText } from '../../forms/unsaved-text';
import { useMessages } from '../../locale';
import { reviewMessages } from '../../locales/reviews';
import { pageTitle } from '../../page-title';
import { Acknowledgement } from './acknowledgement';
import { IndicatorEvidence } from './indicator-evidence';
import { ManagerSteps } from './manager-steps';
import { ReviewEditor } from './review-editor';
import { ReviewReading } from './review-reading';
import { answerReview } from './review-action';
import { getReview } from './review.document';
import { reviewWords } from './review-words';
import classes from './review.module.css';
import { ScoreSummary } from './score-summary';

export const meta = pageTitle(reviewMessages, (t) => t.reviews);

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { review } = await context.query(getReview, { reviewId: params['reviewId'] ?? '' });
  return { review };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerReview(context, params['reviewId'] ?? '', await request.formData());
}

/** One review: its manager writes, its employee reads once it is shared, HR reads. */
export default function Review() {
  const t = useMessages(reviewMessages);
  const { review } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { content, party } = review;
  return (
    <>
      <PageHeader
        title={party === 'EMPLOYEE' ? t.myReview : t.reviewOf({ name: review.employeeName })}
        trail={
          party === 'READER'
            ? [{ to: `/review-cycles/${review.cycleId}`, label: review.cycleName }]
            : [{ to: '/reviews', label: t.reviews }]
        }
        description={[review.cycleName, review.positionTitle, review.departmentName]
          .filter(Boolean)
          .join(' · ')}
        actions={<StepBadge step={review.step} />}
      />
      {answer?.error && (
        <Notice kind="bad" title={answer.error.message}>
          {answer.error.fields.map(({ message }) => message).join(' ')}
        </Notice>
      )}
      <div className={classes.page}>
        {party === 'MANAGER' && <ManagerSteps review={review} />}
        {party === 'EMPLOYEE' && <Acknowledgement review={review} answer={answer} />}
        <ScoreSummary review={review} />
        {content.indicators.length > 0 && <IndicatorEvidence content={content} />}
        {review.canWrite ? (
          <ReviewEditor key={review.reviewId} review={review} lastResult={answer?.result} />
        ) : (
          <>
            <UnsavedText answer={answer?.result} words={reviewWords(t, review)} />
            <ReviewReading review={review} />
          </>
        )}
      </div>
    </>
  );
}
