import type { ActionFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData } from '@remix-run/react';

import { FormErrors } from '../../forms/form-errors';
import { formText } from '../../forms/form-text';
import { TextField } from '../../forms/field';
import { SubmitButton } from '../../forms/submit-button';
import { identityMessages } from '../../locales/identity';
import { useMessages } from '../../locale';
import { pageTitle } from '../../page-title';
import classes from '../sign-in/sign-in.module.css';

export const meta = pageTitle(identityMessages, (t) => t.forgotTitle);

export async function action({ request, context }: ActionFunctionArgs) {
  const email = formText(await request.formData(), 'email').trim();
  const outcome = await context.requestPasswordReset(email);
  if (outcome.ok) return { email, isSent: true, errors: {} };
  const { fields, message } = outcome.error;
  const errors: Record<string, string[]> =
    fields.length > 0 ? { email: fields.map((field) => field.message) } : { '': [message] };
  return { email, isSent: false, errors };
}

/** Where whoever cannot sign in has a link mailed. Says the same whether or not anybody has the address. */
export default function ForgotPassword() {
  const t = useMessages(identityMessages);
  const answer = useActionData<typeof action>();
  const isSent = answer?.isSent ?? false;
  return (
    <div className={classes.page}>
      <div className={classes.words}>
        <h1>{isSent ? t.linkSentTitle : t.forgotTitle}</h1>
        <p className="quiet">
          {isSent ? t.linkSent({ email: answer?.email ?? '' }) : t.forgotIntro}
        </p>
        {isSent && <p className="quiet">{t.linkSentHelp}</p>}
      </div>
      <div className={classes.form}>
        {!isSent && (
          <Form method="post" className={classes.form} noValidate>
            <FormErrors formId="forgot" errors={answer?.errors ?? {}} />
            <TextField
              field={{
                id: 'forgot-email',
                name: 'email',
                defaultValue: answer?.email,
                errors: answer?.errors['email'],
              }}
              label={t.email}
              type="email"
              autoComplete="username"
              required
            />
            <SubmitButton>{t.sendLink}</SubmitButton>
          </Form>
        )}
        <Link to="/sign-in">{t.backToSignIn}</Link>
      </div>
    </div>
  );
}
