import { NativeSelect } from '@mantine/core';

import { importMetrics } from '../../../universal/feedback/import-mapping';
import { SelectField } from '../../forms/field';
import { importMessages } from '../../locales/imports';
import { useMessages } from '../../locale';
import type { DraftScore, FormErrorLists } from './column-mapping-form';
import { bestChoices } from './columns-words';
import classes from './import-page.module.css';

interface ScoreFieldsProps {
  formId: string;
  scores: readonly DraftScore[];
  choices: readonly { value: string; label: string }[];
  errors: FormErrorLists;
}

/** One column for each kind of score, and which end of its numbers is the best one. */
export function ScoreFields({ formId, scores, choices, errors }: ScoreFieldsProps) {
  const t = useMessages(importMessages);
  return (
    <fieldset className={classes.group}>
      <legend>{t.scores}</legend>
      <p className="quiet small">{t.scoresHelp}</p>
      {importMetrics.map((metric) => {
        const chosen = scores.find((score) => score.metric === metric);
        return (
          <div key={metric} className={classes.fields}>
            <SelectField
              field={{
                id: `${formId}-score-${metric}`,
                name: `score-${metric}`,
                errors: errors[`score-${metric}`],
                defaultValue: chosen?.column ?? '',
              }}
              label={t[metric]}
              choices={choices}
              emptyChoice={t.notUsed}
              isOptional
            />
            <NativeSelect
              id={`${formId}-best-${metric}`}
              name={`best-${metric}`}
              label={t.best({ metric: metric.toUpperCase() })}
              error={errors[`best-${metric}`]?.join(' ')}
              defaultValue={chosen?.best ?? ''}
              data={[{ value: '', label: '–' }, ...bestChoices(t, metric)]}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
