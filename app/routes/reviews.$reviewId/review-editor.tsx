import { FormProvider, parse, useForm, type SubmissionResult } from '@conform-to/react';

import { formatDateTime } from '../../../universal/format';
import { Panel } from '../../components/panel';
import { EditorForm } from '../../forms/editor-form';
import { LongTextField } from '../../forms/field';
import { nestedFields } from '../../forms/nested-fields';
import { FormErrors } from '../../forms/form-errors';
import { SubmitButton } from '../../forms/submit-button';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { reviewMessages } from '../../locales/reviews';
import { CompetencyRatings } from './competency-ratings';
import { GoalFields } from './goal-fields';
import { formOf, type Review, type ReviewForm } from './review-form';
import { reviewWords } from './review-words';
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
  const stored = formOf(review);
  const [form, fields] = useForm<ReviewForm>({
    id: 'review',
    lastResult: lastResult as never,
    defaultValue: stored as never,
    onValidate: rowsOnly as never,
    shouldRevalidate: 'onSubmit',
  });
  return (
    <FormProvider context={form.context}>
      <EditorForm
        id={form.id}
        stored={{ revision: review.revision, fields: stored, words: reviewWords(t, review) }}
        answer={lastResult}
        restore={(fields) => form.update({ value: nestedFields(fields) as never })}
        onSubmit={form.onSubmit}
        noValidate
        preventScrollReset
        className={classes.page}
      >
        {/* Enter in a field saves; it must never remove a goal. */}
        <button type="submit" name="do" value="save" hidden tabIndex={-1} />
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
      </EditorForm>
    </FormProvider>
  );
}
