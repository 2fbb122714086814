import { Form } from '@remix-run/react';

import type { Text } from '../../../universal/text';
import { identityMessages } from '../../locales/identity';
import { useLocale, useMessages } from '../../locale';
import classes from './sign-in.module.css';

interface DemoAccountsProps {
  to: string;
  accounts: readonly { email: string; label: Text }[];
  organisation: string;
  password: string;
}

/** One press signs in; only the demo organisation offers this. */
export function DemoAccounts({ to, accounts, organisation, password }: DemoAccountsProps) {
  const t = useMessages(identityMessages);
  const locale = useLocale();
  return (
    <section className={classes.demo} aria-labelledby="demo-title">
      <h2 id="demo-title">{t.demoTitle}</h2>
      <p className="quiet">{t.demoIntro({ organisation, password })}</p>
      <Form method="post" className={classes.accounts}>
        <input type="hidden" name="to" value={to} />
        {accounts.map(({ email, label }) => (
          <button
            key={email}
            name="demoAccount"
            value={email}
            aria-label={t.demoSignIn({ role: `${label[locale]} (${email})` })}
          >
            <strong>{label[locale]}</strong>
            <span className="quiet small">{email}</span>
          </button>
        ))}
      </Form>
    </section>
  );
}
