import { useForm, type SubmissionResult } from '@conform-to/react';
import type { z } from 'zod';

import { grantableRoles, type roleGrantForm } from '../../../universal/role-grant-form';
import { roleNames } from '../../../universal/role-names';
import { EditorForm } from '../../forms/editor-form';
import { SelectField } from '../../forms/field';
import { FormErrors } from '../../forms/form-errors';
import { SubmitButton } from '../../forms/submit-button';
import { identityMessages } from '../../locales/identity';
import { useLocale, useMessages } from '../../locale';
import classes from './roles.module.css';

interface GrantFormProps {
  userAccountId: string;
  departments: readonly { departmentId: string; name: string; level: number }[];
  lastResult: SubmissionResult | undefined;
}

export function GrantForm({ userAccountId, departments, lastResult }: GrantFormProps) {
  const t = useMessages(identityMessages);
  const locale = useLocale();
  const [form, fields] = useForm<z.infer<typeof roleGrantForm>>({
    id: `grant-${userAccountId}`,
    lastResult: lastResult ?? null,
  });
  return (
    <EditorForm id={form.id} answer={lastResult} onSubmit={form.onSubmit} noValidate>
      <FormErrors errors={form.allErrors} formId={form.id} />
      <input type="hidden" name="userAccountId" value={userAccountId} />
      <div className={classes.fields}>
        <SelectField
          field={fields.role}
          label={t.role}
          choices={grantableRoles.map((role) => ({ value: role, label: roleNames[role][locale] }))}
        />
        <SelectField
          field={fields.departmentId}
          label={t.department}
          help={t.departmentHelp}
          emptyChoice={t.noDepartment}
          choices={departments.map(({ departmentId, name, level }) => ({
            value: departmentId,
            label: `${'\u2003'.repeat(level)}${name}`,
          }))}
        />
      </div>
      <SubmitButton>{t.grant}</SubmitButton>
    </EditorForm>
  );
}
