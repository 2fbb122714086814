import { FormProvider, parse, useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';

import { formatDateTime } from '../../../universal/format';
import { Panel } from '../../components/panel';
import { LongTextField } from '../../forms/field';
import { FormErrors } from '../../forms/form-errors';
import { SubmitButton } from '../../forms/submit-button';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { reviewMessages } from '../../locales/reviews';
import { CompetencyRatings } from './competency-ratings';
import { GoalFields } from './goal-fields';
import { formOf, type Review, type ReviewForm } from './review-form';
import classes from './review.module.css';

const rowsOnly = ({ formData }: { formData: FormData }) =>
  parse<ReviewForm, string[]>(formData, { resolve: (value) => ({ value: value as never }) });

/** Where the manager writes. It can be saved at any time; submitting fixes the score. */
export function ReviewEditor({
  review,
  lastResult,
}: {
  review: Review;
  lastResult: SubmissionResult | undefined;
}) {
  const t = useMessages(reviewMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  const isRating = review.step === 'MANAGER_REVIEW';
  const [form, fields] = useForm<ReviewForm>({
    id: 'review',
    lastResult: lastResult as never,
    defaultValue: formOf(review) as never,
    onValidate: rowsOnly as never,
    shouldRevalidate: 'onSubmit',
  });
  return (
    <FormProvider context={form.context}>
      <Form
        method="post"
        id={form.id}
        onSubmit={form.onSubmit}
        noValidate
        preventScrollReset
        className={classes.page}
      >
        {/* Enter in a field saves; it must never remove a goal. */}
        <button type="submit" name="do" value="save" hidden tabIndex={-1} />
        <input type="hidden" name="revision" value={review.revision} />
        <FormErrors errors={form.allErrors} formId={form.id} />
        <GoalFields isRating={isRating} highestAchievement={review.content.highestAchievement} />
        {isRating && review.content.competencies.length > 0 && (
          <CompetencyRatings content={review.content} />
        )}
        {isRating && review.content.hasComments ? (
          <Panel title={t.summary}>
            <LongTextField
              field={fields.summary}
              label={t.summary}
              help={t.summaryHelp}
              isOptional
              rows={6}
            />
          </Panel>
        ) : (
          <input type="hidden" name="summary" value={review.summary} />
        )}
        <div className={classes.saveBar}>
          <p className="quiet small">
            {review.savedAt
              ? t.saved({ when: formatDateTime(locale, review.savedAt, timeZone) })
              : t.notSaved}
            {isRating && ` · ${t.submitHelp}`}
          </p>
          <div className={classes.actions}>
            <SubmitButton name="do" value="save" variant={isRating ? 'default' : 'filled'}>
              {t.saveDraft}
            </SubmitButton>
            {isRating && (
              <SubmitButton name="do" value="submit">
                {t.submit}
              </SubmitButton>
            )}
          </div>
        </div>
      </Form>
    </FormProvider>
  );
}
