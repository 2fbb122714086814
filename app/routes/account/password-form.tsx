import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';

import type { changePasswordForm } from '../../../universal/password-form';
import type { z } from 'zod';
import { SecretField } from '../../forms/field';
import { FormErrors } from '../../forms/form-errors';
import { SubmitButton } from '../../forms/submit-button';
import { identityMessages } from '../../locales/identity';
import { useMessages } from '../../locale';
import classes from './account.module.css';

interface PasswordFormProps {
  lastResult: SubmissionResult | undefined;
  email: string;
}

export function PasswordForm({ lastResult, email }: PasswordFormProps) {
  const t = useMessages(identityMessages);
  const [form, fields] = useForm<z.infer<typeof changePasswordForm>>({
    id: 'password',
    lastResult: lastResult ?? null,
  });
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate className={classes.form}>
      <FormErrors errors={form.allErrors} formId={form.id} />
      {/* Password managers want to know whose password it is. */}
      <input type="hidden" name="email" autoComplete="username" value={email} />
      <SecretField
        field={fields.currentPassword}
        label={t.currentPassword}
        autoComplete="current-password"
      />
      <SecretField
        field={fields.newPassword}
        label={t.newPassword}
        help={t.newPasswordHelp}
        autoComplete="new-password"
      />
      <div>
        <SubmitButton>{t.changePassword}</SubmitButton>
      </div>
    </Form>
  );
}
