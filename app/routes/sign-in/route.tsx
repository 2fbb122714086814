import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { useEffect } from 'react';

import { ownPath } from '../../../universal/own-path';
import { forgetDrafts } from '../../forms/forget-drafts';
import { formText } from '../../forms/form-text';
import { FormErrors } from '../../forms/form-errors';
import { SecretField, TextField } from '../../forms/field';
import { SubmitButton } from '../../forms/submit-button';
import { identityMessages } from '../../locales/identity';
import { useLocale, useMessages } from '../../locale';
import { pageTitle } from '../../page-title';
import { redirect } from '../../redirect';
import { DemoAccounts } from './demo-accounts';
import classes from './sign-in.module.css';

export const meta = pageTitle(identityMessages, (t) => t.signInTitle);

export function loader({ request, context }: LoaderFunctionArgs) {
  const to = ownPath(new URL(request.url).searchParams.get('to'));
  if (context.viewer) throw redirect(to);
  return {
    to,
    organisation: context.organisation.name,
    demoAccounts: context.demoAccounts.map(({ email, label }) => ({ email, label })),
    demoPassword: context.demoAccounts[0]?.password,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const demoAccount = context.demoAccounts.find(({ email }) => email === form.get('demoAccount'));
  const email = demoAccount?.email ?? formText(form, 'email');
  const password = demoAccount?.password ?? formText(form, 'password');
  const outcome = await context.signIn({ email, password });
  if (!outcome.ok) return { email, error: outcome.error };
  throw redirect(form.get('to'), { headers: { 'Set-Cookie': outcome.cookie } });
}

export default function SignIn() {
  const t = useMessages(identityMessages);
  const locale = useLocale();
  const { to, organisation, demoAccounts, demoPassword } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const hasLeft = useSearchParams()[0].has('left');
  useEffect(() => {
    if (hasLeft) forgetDrafts();
  }, [hasLeft]);
  return (
    <div className={classes.page}>
      <div className={classes.words}>
        <h1>{t.signInTitle}</h1>
        <p className="quiet">{t.signInIntro}</p>
      </div>
      <div className={classes.columns}>
        <Form method="post" className={classes.form}>
          <FormErrors formId="sign-in" errors={refused ? { '': [refused.error.message] } : {}} />
          <input type="hidden" name="to" value={to} />
          <TextField
            field={{ id: 'sign-in-email', name: 'email', defaultValue: refused?.email }}
            label={t.email}
            type="email"
            autoComplete="username"
            required
          />
          <SecretField
            field={{ id: 'sign-in-password', name: 'password' }}
            label={t.password}
            autoComplete="current-password"
            required
          />
          <SubmitButton>{t.signIn}</SubmitButton>
          <Link to="/forgot-password">{t.forgotPassword}</Link>
        </Form>
        {demoAccounts.length > 0 && (
          <DemoAccounts
            to={to}
            accounts={demoAccounts}
            organisation={organisation[locale]}
            password={demoPassword ?? ''}
          />
        )}
      </div>
    </div>
  );
}
