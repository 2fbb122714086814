import { getFormProps, useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import type { SubmissionResult } from '@conform-to/react';

import { formErrorMap } from '../../../universal/form-error-map';
import { programmeForm } from '../../../universal/pulse/plan-forms';
import { Panel } from '../../components/panel';
import { EditorForm } from '../../forms/editor-form';
import { TextField } from '../../forms/field';
import { FormErrors } from '../../forms/form-errors';
import { SubmitButton } from '../../forms/submit-button';
import { useLocale, useMessages } from '../../locale';
import { pulseMessages } from '../../locales/pulse';
import classes from '../../pulse/pulse.module.css';
import { SmallGroupPlanNotice } from '../../pulse/small-group-notice';

/** The first step of an organisation that has never asked: a programme with the standard questions. */
export function StartProgramme({ lastResult }: { lastResult: SubmissionResult | null }) {
  const t = useMessages(pulseMessages);
  const locale = useLocale();
  const [form, fields] = useForm({
    id: 'programme',
    lastResult,
    defaultValue: { minimumGroup: 5, minimumCommentGroup: 10 },
    onValidate: ({ formData }) =>
      parseWithZod(formData, { schema: programmeForm, error: formErrorMap(locale) }),
  });
  return (
    <Panel title={t.newProgramme} description={t.newProgrammeText}>
      <EditorForm {...getFormProps(form)} answer={lastResult} className={classes.form}>
        <input type="hidden" name="do" value="programme" />
        <FormErrors errors={form.allErrors} formId={form.id} />
        <TextField field={fields.nameEn} label={t.nameEn} />
        <TextField field={fields.nameZh} label={t.nameZh} />
        <TextField
          field={fields.minimumGroup}
          label={t.minimumGroup}
          help={t.smallGroupHelp}
          type="number"
          min={3}
        />
        <SmallGroupPlanNotice minimumGroup={Number(fields.minimumGroup.value)} />
        <TextField
          field={fields.minimumCommentGroup}
          label={t.minimumCommentGroup}
          type="number"
          min={3}
        />
        <div>
          <SubmitButton>{t.startProgramme}</SubmitButton>
        </div>
      </EditorForm>
    </Panel>
  );
}
