import { lazy } from 'react';

import type { HomeData } from './home-cards';
import classes from './home.module.css';

// Every role sees other cards, so a browser fetches only the code of those that it shows.
const PulseCard = lazy(() => import('../../pulse/pulse-card'));
const SharedReviewCard = lazy(() => import('../../appraisal/shared-review-card'));
const ToWriteCard = lazy(() => import('../../appraisal/to-write-card'));
const CycleCard = lazy(() => import('../../appraisal/cycle-card'));
const SystemCard = lazy(() => import('../../administration/system-card'));
const ScorecardCard = lazy(() => import('../../scorecards/scorecard-card'));

/** What needs someone first, how things are second. */
export function Cards({ data }: { data: HomeData }) {
  const { pulse, sharedReview, reviewsToWrite, reviewCycles, system, scorecards } = data;
  return (
    <div className={classes.cards}>
      <div className={classes.narrow}>
        {pulse && <PulseCard data={pulse} />}
        {sharedReview && <SharedReviewCard data={sharedReview} />}
        {reviewsToWrite && <ToWriteCard data={reviewsToWrite} />}
        {reviewCycles && <CycleCard data={reviewCycles} />}
        {system && <SystemCard data={system} />}
      </div>
      {scorecards && (
        <div className={classes.wide}>
          <ScorecardCard data={scorecards} />
        </div>
      )}
    </div>
  );
}
