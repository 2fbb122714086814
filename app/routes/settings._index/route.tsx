import { Link } from '@remix-run/react';

import { PageHeader } from '../../components/page-header';
import { identityMessages } from '../../locales/identity';
import { settingsPlaces } from './settings-places';
import { useLocale, useMessages } from '../../locale';
import { pageTitle } from '../../page-title';
import classes from './settings.module.css';

export const meta = pageTitle(identityMessages, (t) => t.settingsTitle);

export default function Settings() {
  const t = useMessages(identityMessages);
  const locale = useLocale();
  return (
    <>
      <PageHeader title={t.settingsTitle} />
      <ul className={classes.places}>
        {settingsPlaces.map(({ to, label, help }) => (
          <li key={to}>
            <Link to={to}>
              <strong>{label[locale]}</strong>
              <span className="quiet">{help[locale]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
