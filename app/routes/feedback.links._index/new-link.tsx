import { getFormProps, useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { useActionData } from '@remix-run/react';

import { formErrorMap } from '../../../universal/form-error-map';
import { linkChannels, openLinkForm } from '../../../universal/surveys/open-link-form';
import { Panel } from '../../components/panel';
import { EditorForm } from '../../forms/editor-form';
import { SelectField, TextField } from '../../forms/field';
import { FormErrors } from '../../forms/form-errors';
import { SubmitButton } from '../../forms/submit-button';
import { useLocale, useMessages } from '../../locale';
import { feedbackLinkMessages } from '../../locales/feedback-links';
import { channelName } from './channel-name';
import classes from './links.module.css';
import type { action } from './route';

interface NewLinkProps {
  touchpoints: readonly { touchpointId: string; name: string }[];
  departments: readonly { departmentId: string; name: string; level: number }[];
}

/** The form for another link. */
export function NewLink({ touchpoints, departments }: NewLinkProps) {
  const t = useMessages(feedbackLinkMessages);
  const locale = useLocale();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm({
    id: 'link',
    lastResult: lastResult ?? null,
    defaultValue: { channel: 'QR_CODE' },
    onValidate: ({ formData }) =>
      parseWithZod(formData, { schema: openLinkForm, error: formErrorMap(locale) }),
  });
  return (
    <Panel title={t.newLink} description={t.noneText}>
      <EditorForm {...getFormProps(form)} answer={lastResult} className={classes.form}>
        <FormErrors errors={form.allErrors} formId={form.id} />
        <SelectField
          field={fields.touchpointId}
          label={t.touchpoint}
          choices={touchpoints.map(({ touchpointId, name }) => ({
            value: touchpointId,
            label: name,
          }))}
        />
        <SelectField
          field={fields.departmentId}
          label={t.department}
          help={t.departmentHelp}
          emptyChoice={t.owner}
          choices={departments.map(({ departmentId, name, level }) => ({
            value: departmentId,
            label: `${'\u3000'.repeat(level)}${name}`,
          }))}
        />
        <SelectField
          field={fields.channel}
          label={t.channel}
          choices={linkChannels.map((channel) => ({
            value: channel,
            label: channelName(t, channel),
          }))}
        />
        <TextField field={fields.label} label={t.label} help={t.labelHelp} isOptional />
        <div>
          <SubmitButton>{t.create}</SubmitButton>
        </div>
      </EditorForm>
    </Panel>
  );
}
