import { FormProvider, parse, useForm, type SubmissionResult } from '@conform-to/react';

import { formatDateTime } from '../../../universal/format';
import { messagesOf } from '../../../universal/text';
import { Panel } from '../../components/panel';
import { EditorForm } from '../../forms/editor-form';
import { TextField } from '../../forms/field';
import { nestedFields } from '../../forms/nested-fields';
import { FormErrors } from '../../forms/form-errors';
import { SubmitButton } from '../../forms/submit-button';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { reviewTemplateMessages } from '../../locales/review-templates';
import { reviewMessages } from '../../locales/reviews';
import { CompetencyFields } from './competency-fields';
import classes from './editor.module.css';
import { IndicatorFields } from './indicator-fields';
import type { Preview } from './preview-table';
import {
  formOf,
  newForm,
  type ReviewMetric,
  type Template,
  type TemplateForm,
} from './template-form';
import { templateWords } from './template-words';
import { WeightFields, WeightTotal } from './weight-fields';

interface TemplateEditorProps {
  /** Absent for a new one. */
  template: Template | undefined;
  metrics: readonly ReviewMetric[];
  lastResult: SubmissionResult | undefined;
  preview: Preview | undefined;
}

/** Adding and removing rows happens in the page where scripts run, and on the server where they do not. */
const rowsOnly = ({ formData }: { formData: FormData }) =>
  parse<TemplateForm, string[]>(formData, { resolve: (value) => ({ value: value as never }) });

/** The form of a draft. What was typed stays whatever the server says. */
export function TemplateEditor({ template, metrics, lastResult, preview }: TemplateEditorProps) {
  const t = useMessages(reviewTemplateMessages);
  const words = useMessages(reviewMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  const stored = template ? formOf(template) : newForm(defaultLabels, metrics);
  const [form, fields] = useForm<TemplateForm>({
    id: 'template',
    lastResult: lastResult as never,
    defaultValue: stored as never,
    onValidate: rowsOnly as never,
    shouldRevalidate: 'onSubmit',
  });
  return (
    <FormProvider context={form.context}>
      <EditorForm
        id={form.id}
        stored={
          template && {
            revision: template.revision,
            fields: stored,
            words: templateWords(t, words, metrics),
          }
        }
        answer={lastResult}
        restore={(typed) => form.update({ value: nestedFields(typed) as never })}
        onSubmit={form.onSubmit}
        noValidate
        preventScrollReset
        className={classes.editor}
      >
        {/* Enter in a field saves; it must never remove the first row. */}
        <button type="submit" name="do" value="save" hidden tabIndex={-1} />
        <FormErrors errors={form.allErrors} formId={form.id} />
        <Panel title={t.name} description={t.nameText}>
          <div className={classes.pair}>
            <TextField field={fields.nameEn} label={t.english} />
            <TextField field={fields.nameZh} label={t.chinese} lang="zh" />
          </div>
        </Panel>
        <WeightFields />
        <IndicatorFields metrics={metrics} preview={preview} />
        <CompetencyFields />
        <div className={classes.saveBar}>
          <div className={classes.saveWords}>
            <WeightTotal
              weights={[
                fields.goalsWeight.value,
                fields.indicatorsWeight.value,
                fields.competenciesWeight.value,
              ]}
            />
            <span className="quiet small">
              {template
                ? t.lastSaved({ when: formatDateTime(locale, template.updatedAt, timeZone) })
                : t.neverSaved}
              {' · '}
              {t.publishHelp}
            </span>
          </div>
          <div className={classes.saveActions}>
            <SubmitButton name="do" value="save" variant="default">
              {t.save}
            </SubmitButton>
            <SubmitButton name="do" value="publish">
              {t.publish}
            </SubmitButton>
          </div>
        </div>
      </EditorForm>
    </FormProvider>
  );
}

const labelsIn = (locale: 'en' | 'zh'): string[] => {
  const t = messagesOf(reviewTemplateMessages, locale);
  return [t.defaultRating1, t.defaultRating2, t.defaultRating3, t.defaultRating4, t.defaultRating5];
};
const defaultLabels = { en: labelsIn('en'), zh: labelsIn('zh') };
