import { Form } from '@remix-run/react';

import { formatDate } from '../../../universal/format';
import { formatPeriod, type Period } from '../../../universal/period';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { Notice } from '../../components/notice';
import { Progress } from '../../components/progress';
import { SubmitButton } from '../../forms/submit-button';
import type { ResultOf } from '../../graphql';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { reviewCycleMessages } from '../../locales/review-cycles';
import type { getReviewCycle } from './cycle.document';
import classes from './cycle.module.css';

export type Cycle = ResultOf<typeof getReviewCycle>['reviewCycle'];

/** The one thing that HR can do next with the whole cycle. */
export function CycleActions({ cycle, period }: { cycle: Cycle; period: Period }) {
  const t = useMessages(reviewCycleMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  if (cycle.closedAt) {
    return (
      <Notice
        kind="good"
        title={t.closedOn({ day: formatDate(locale, cycle.closedAt, timeZone) })}
      />
    );
  }
  if (!cycle.managerReviewStartedAt) {
    return cycle.managerReviewRequestedAt ? (
      <Starting cycle={cycle} />
    ) : (
      <Notice title={t.startTitle}>
        <p>{t.startText({ period: formatPeriod(locale, period) })}</p>
        <div className={classes.actions}>
          <ConfirmDialog
            verb={t.startManagerReviews}
            fields={{ do: 'start' }}
            isDangerous={false}
            size="sm"
            variant="filled"
          >
            {t.startText({ period: formatPeriod(locale, period) })}
          </ConfirmDialog>
        </div>
      </Notice>
    );
  }
  if (cycle.sharedCount < cycle.reviewCount) return null;
  return (
    <Notice kind="good" title={t.closeTitle}>
      <div className={classes.actions}>
        <ConfirmDialog verb={t.closeCycle} fields={{ do: 'close' }} size="sm">
          {t.closeText}
        </ConfirmDialog>
      </div>
    </Notice>
  );
}

/** The job works: reviews that have left their goals are done. A job that was given up can be asked for again. */
function Starting({ cycle }: { cycle: Cycle }) {
  const t = useMessages(reviewCycleMessages);
  const waiting = cycle.steps.find(({ step }) => step === 'GOALS')?.count ?? 0;
  return (
    <div className={classes.starting}>
      <Progress
        label={t.starting}
        done={cycle.reviewCount - waiting}
        total={cycle.reviewCount}
        isRunning
      />
      <Form method="post">
        <SubmitButton name="do" value="start" variant="subtle" size="xs">
          {t.startAgain}
        </SubmitButton>
      </Form>
    </div>
  );
}
