import { formatDate } from '../../../universal/format';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { EditorForm } from '../../forms/editor-form';
import { LongTextField } from '../../forms/field';
import { SubmitButton } from '../../forms/submit-button';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { reviewMessages } from '../../locales/reviews';
import type { ReviewAnswer } from './review-action';
import type { Review } from './review-form';
import classes from './review.module.css';

/** The employee says that they have seen the review, which is not that they agree. */
export function Acknowledgement({
  review,
  answer,
}: {
  review: Review;
  answer: ReviewAnswer | undefined;
}) {
  const t = useMessages(reviewMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  if (review.acknowledgedAt) {
    return (
      <Notice
        kind="good"
        title={t.acknowledgedOn({ day: formatDate(locale, review.acknowledgedAt, timeZone) })}
      >
        {t.acknowledgedText}
      </Notice>
    );
  }
  if (review.step !== 'ACKNOWLEDGE') return <Notice title={t.closedWithout} />;
  return (
    <Panel title={t.acknowledgeTitle} description={t.acknowledgeText}>
      <EditorForm
        id="acknowledge"
        answer={
          answer?.error && {
            initialValue: { note: answer.note },
            error: { '': [answer.error.message] },
          }
        }
        className={classes.acknowledge}
      >
        <LongTextField
          field={{
            id: 'note',
            name: 'note',
            defaultValue: answer?.note,
            errors: answer?.error?.fields.map(({ message }) => message),
          }}
          label={t.note}
          help={t.noteHelp}
          isOptional
          rows={3}
        />
        <SubmitButton name="do" value="acknowledge">
          {t.acknowledge}
        </SubmitButton>
      </EditorForm>
    </Panel>
  );
}
