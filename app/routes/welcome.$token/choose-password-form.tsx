import { Form } from '@remix-run/react';

import { shortestPassword } from '../../../universal/password-form';
import { SecretField } from '../../forms/field';
import { FormErrors } from '../../forms/form-errors';
import { SubmitButton } from '../../forms/submit-button';
import { identityMessages } from '../../locales/identity';
import { useMessages } from '../../locale';
import classes from '../sign-in/sign-in.module.css';

interface ChoosePasswordFormProps {
  email: string;
  errors: readonly string[];
}

/**
 * One field, with the rules before it. A password is never sent back to a browser, so what is too short is already
 * refused there, where it stays in the field.
 */
export function ChoosePasswordForm({ email, errors }: ChoosePasswordFormProps) {
  const t = useMessages(identityMessages);
  return (
    <Form method="post" className={classes.form}>
      <FormErrors formId="choose" errors={errors.length > 0 ? { newPassword: [...errors] } : {}} />
      {/* Password managers want to know whose password it is. */}
      <input type="hidden" name="email" autoComplete="username" value={email} />
      <div className={classes.rules}>
        <p id="password-rules">{t.passwordRules}</p>
        <ul aria-labelledby="password-rules">
          <li>{t.passwordRuleLength}</li>
          <li>{t.passwordRuleKind}</li>
          <li>{t.passwordRuleIdea}</li>
        </ul>
      </div>
      <SecretField
        field={{ id: 'choose-newPassword', name: 'newPassword', errors: [...errors] }}
        label={t.password}
        autoComplete="new-password"
        minLength={shortestPassword}
        maxLength={200}
        required
      />
      <SubmitButton>{t.choosePasswordVerb}</SubmitButton>
    </Form>
  );
}
