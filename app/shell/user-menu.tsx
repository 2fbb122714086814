import { Form, Link } from '@remix-run/react';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';

import type { ViewerSummary } from '../../server/load-context.server';
import { roleNames } from '../../universal/role-names';
import { shellMessages } from '../locales/shell';
import { useLocale, useMessages } from '../locale';
import { Disclosure } from './disclosure';
import classes from './menu.module.css';
import { PreferenceForms } from './preferences';

/** The two letters or the one character that stand for a person. */
function initials(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return name.slice(0, 1);
  const parts = name.split(/\s+/).filter(Boolean);
  return `${parts[0]?.[0] ?? ''}${parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}

export function UserMenu({ viewer }: { viewer: ViewerSummary }) {
  const t = useMessages(shellMessages);
  const locale = useLocale();
  return (
    <Disclosure
      className={classes.menu}
      summaryClassName={classes.trigger}
      summaryLabel={t.userMenu({ name: viewer.displayName })}
      summary={
        <span className={classes.avatar} aria-hidden>
          {initials(viewer.displayName)}
        </span>
      }
    >
      <div className={classes.panel}>
        <div className={classes.person}>
          <strong dir="auto">{viewer.displayName}</strong>
          <span className="quiet small">{viewer.email}</span>
          <span className="quiet small">
            {viewer.roles
              .map((role) => roleNames[role][locale])
              .join(locale === 'zh' ? '、' : ', ')}
          </span>
        </div>
        <Link to="/account" className={classes.item}>
          <IconUserCircle size={18} stroke={1.6} aria-hidden />
          {t.account}
        </Link>
        <PreferenceForms />
        <Form method="post" action="/sign-out">
          <button className={classes.item}>
            <IconLogout size={18} stroke={1.6} aria-hidden />
            {t.signOut}
          </button>
        </Form>
      </div>
    </Disclosure>
  );
}
