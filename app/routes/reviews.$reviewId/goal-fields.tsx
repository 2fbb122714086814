import { Button } from '@mantine/core';
import { useFormMetadata } from '@conform-to/react';

import { Panel } from '../../components/panel';
import { LongTextField, TextField } from '../../forms/field';
import { useMessages } from '../../locale';
import { reviewMessages } from '../../locales/reviews';
import type { ReviewForm } from './review-form';
import classes from './review.module.css';

/** The goals: what was agreed and, once the manager review has started, how far it was reached. */
export function GoalFields({
  isRating,
  highestAchievement,
}: {
  isRating: boolean;
  highestAchievement: number;
}) {
  const t = useMessages(reviewMessages);
  const form = useFormMetadata<ReviewForm>();
  const { goals } = form.getFieldset();
  const list = goals.getFieldList();
  return (
    <Panel
      title={t.goals}
      description={highestAchievement > 100 ? `${t.goalsText} ${t.goalsScale}` : t.goalsText}
    >
      <div id={`${form.id}-goals`} tabIndex={-1} className={classes.list}>
        {list.length === 0 && <p className="quiet">{t.goalsNone}</p>}
        {list.map((goal, index) => {
          const fields = goal.getFieldset();
          const number = index + 1;
          return (
            <fieldset key={goal.key} className={classes.item}>
              <legend className={classes.legend}>{t.goal({ number })}</legend>
              <input
                type="hidden"
                name={fields.goalId.name}
                value={fields.goalId.initialValue ?? ''}
              />
              <TextField field={fields.title} label={t.goalTitle} />
              <LongTextField
                field={fields.measure}
                label={t.goalMeasure}
                help={t.goalMeasureHelp}
                isOptional
                rows={2}
              />
              <div className={classes.numbers}>
                {isRating ? (
                  <TextField
                    field={fields.achievement}
                    label={t.goalAchievement}
                    inputMode="decimal"
                  />
                ) : (
                  <input
                    type="hidden"
                    name={fields.achievement.name}
                    value={fields.achievement.initialValue ?? ''}
                  />
                )}
                <TextField
                  field={fields.weight}
                  label={t.goalWeight}
                  help={t.goalWeightHelp}
                  isOptional
                  inputMode="decimal"
                />
              </div>
              <div className={classes.actions}>
                <Button
                  type="submit"
                  variant="subtle"
                  color="red"
                  {...form.remove.getButtonProps({ name: goals.name, index })}
                >
                  {t.removeGoal({ number })}
                </Button>
              </div>
            </fieldset>
          );
        })}
      </div>
      <div id={`${form.id}-goalWeights`} tabIndex={-1} className={classes.listEnd}>
        <Button
          type="submit"
          variant="default"
          {...form.insert.getButtonProps({
            name: goals.name,
            defaultValue: { title: '', measure: '' } as never,
          })}
        >
          {t.addGoal}
        </Button>
      </div>
    </Panel>
  );
}
