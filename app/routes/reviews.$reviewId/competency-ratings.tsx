import { useFormMetadata } from '@conform-to/react';

import { Panel } from '../../components/panel';
import { LongTextField } from '../../forms/field';
import { useMessages } from '../../locale';
import { reviewMessages } from '../../locales/reviews';
import type { ReviewContent, ReviewForm } from './review-form';
import classes from './review.module.css';

/** One rating for each competency on the template's labelled scale, with words if the manager likes. */
export function CompetencyRatings({ content }: { content: ReviewContent }) {
  const t = useMessages(reviewMessages);
  const form = useFormMetadata<ReviewForm>();
  const ratings = form.getFieldset().ratings.getFieldList();
  return (
    <Panel title={t.competencies} description={t.competenciesText}>
      <div className={classes.list}>
        {ratings.map((field, index) => {
          const fields = field.getFieldset();
          const competency = content.competencies[index];
          const errors = fields.rating.errors ?? [];
          return (
            <fieldset
              key={field.key}
              id={fields.rating.id}
              tabIndex={-1}
              className={classes.item}
              aria-describedby={errors.length > 0 ? `${fields.rating.id}-error` : undefined}
            >
              <legend className={classes.legend}>{competency?.label}</legend>
              <input
                type="hidden"
                name={fields.competencyId.name}
                value={competency?.competencyId ?? ''}
              />
              <div className={classes.ratings}>
                {content.ratingLabels.map((label, point) => {
                  const value = String(point + 1);
                  return (
                    <label key={value} className={classes.rating}>
                      <input
                        type="radio"
                        name={fields.rating.name}
                        value={value}
                        defaultChecked={fields.rating.initialValue === value}
                      />
                      <span>
                        <strong className="figures">{value}</strong> {label}
                      </span>
                    </label>
                  );
                })}
              </div>
              {errors.length > 0 && (
                <p id={`${fields.rating.id}-error`} className={classes.error}>
                  {errors.join(' ')}
                </p>
              )}
              <LongTextField field={fields.remark} label={t.remark} isOptional rows={2} />
            </fieldset>
          );
        })}
      </div>
    </Panel>
  );
}
