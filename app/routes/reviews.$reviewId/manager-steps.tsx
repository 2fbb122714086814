import { Form } from '@remix-run/react';

import { formatDate } from '../../../universal/format';
import { DueDay } from '../../appraisal/due-day';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { Notice } from '../../components/notice';
import { SubmitButton } from '../../forms/submit-button';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { reviewMessages } from '../../locales/reviews';
import type { Review } from './review-form';
import classes from './review.module.css';

/** What the manager can do with the whole review where it stands. */
export function ManagerSteps({ review }: { review: Review }) {
  const t = useMessages(reviewMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  const name = review.employeeName;
  if (review.step === 'SHARE') {
    return (
      <Notice kind="info" title={t.readyToShare}>
        <p>{t.readyToShareText({ name })}</p>
        <div className={classes.actions}>
          <Form method="post">
            <SubmitButton name="do" value="withdraw" variant="default">
              {t.withdraw}
            </SubmitButton>
          </Form>
          <ConfirmDialog
            verb={t.share({ name })}
            fields={{ do: 'share' }}
            isDangerous={false}
            size="sm"
            variant="filled"
          >
            {t.shareText({ name })}
          </ConfirmDialog>
        </div>
      </Notice>
    );
  }
  if (review.step === 'ACKNOWLEDGE' && review.sharedAt) {
    return (
      <Notice
        kind="good"
        title={t.sharedOn({ day: formatDate(locale, review.sharedAt, timeZone) })}
      >
        {t.waitingText({ name })}
      </Notice>
    );
  }
  if (!review.canWrite || !review.dueOn) return null;
  return (
    <p className="quiet">
      {t.due}: <DueDay day={review.dueOn} />
    </p>
  );
}
