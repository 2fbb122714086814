import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react';
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4';

import { setTargetSchema } from '../../universal/analytics/set-target';
import { formErrorMap } from '../../universal/form-error-map';
import { EditorForm } from '../forms/editor-form';
import { SelectField, TextField } from '../forms/field';
import { FormErrors } from '../forms/form-errors';
import { SubmitButton } from '../forms/submit-button';
import { useLocale, useMessages, useToday } from '../locale';
import { scorecardMessages } from '../locales/scorecards';
import classes from './set-target-form.module.css';
import type { GridMetric } from './scorecard';

interface SetTargetFormProps {
  metrics: readonly GridMetric[];
  lastResult: SubmissionResult | undefined;
  /** What somebody else set for the same day. */
  other: { target: number | null; revision: string } | undefined;
}

/** Sets what a metric should reach from a day on. Works without scripts. */
export function SetTargetForm({ metrics, lastResult, other }: SetTargetFormProps) {
  const t = useMessages(scorecardMessages);
  const locale = useLocale();
  const today = useToday();
  const [form, fields] = useForm({
    id: 'set-target',
    lastResult: lastResult ?? null,
    constraint: getZodConstraint(setTargetSchema),
    defaultValue: { metricKey: metrics[0]?.key, effectiveOn: today },
    shouldValidate: 'onBlur',
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) =>
      parseWithZod(formData, { schema: setTargetSchema, error: formErrorMap(locale) }),
  });
  return (
    <EditorForm
      {...getFormProps(form)}
      stored={
        other && {
          revision: other.revision,
          fields: { target: other.target },
          words: { target: t.target },
        }
      }
      answer={lastResult}
      className={classes.form}
    >
      <FormErrors errors={form.allErrors} formId={form.id} />
      {metrics.length > 1 ? (
        <SelectField
          field={fields.metricKey}
          label={t.metric}
          choices={metrics.map(({ key, name }) => ({ value: key, label: name }))}
        />
      ) : (
        <input type="hidden" name="metricKey" value={metrics[0]?.key ?? ''} />
      )}
      <TextField field={fields.target} label={t.target} inputMode="decimal" autoComplete="off" />
      <TextField field={fields.effectiveOn} label={t.effectiveOn} type="date" />
      <div>
        <SubmitButton>{t.saveTarget}</SubmitButton>
      </div>
    </EditorForm>
  );
}
