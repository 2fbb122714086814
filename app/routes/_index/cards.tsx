import SystemCard from '../../administration/system-card';
import CycleCard from '../../appraisal/cycle-card';
import SharedReviewCard from '../../appraisal/shared-review-card';
import ToWriteCard from '../../appraisal/to-write-card';
import PulseCard from '../../pulse/pulse-card';
import ScorecardCard from '../../scorecards/scorecard-card';
import type { HomeData } from './home-cards';
import classes from './home.module.css';

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
