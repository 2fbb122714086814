import { Link } from '@remix-run/react';

import { formatCount } from '../../universal/format';
import { Panel } from '../components/panel';
import { StatusBadge } from '../components/status-badge';
import { homeMessages } from '../locales/home';
import { useLocale, useMessages } from '../locale';
import classes from './system-card.module.css';

interface SystemCardProps {
  data: { failed: number; retrying: number; hasFailedMail: boolean };
}

export default function SystemCard({ data: { failed, retrying, hasFailedMail } }: SystemCardProps) {
  const t = useMessages(homeMessages);
  const locale = useLocale();
  const isWell = failed === 0 && !hasFailedMail;
  return (
    <Panel title={t.system}>
      <ul className={classes.list}>
        {isWell && (
          <li>
            <StatusBadge tone="good">{t.systemIsWell}</StatusBadge>
          </li>
        )}
        {failed > 0 && (
          <li>
            <StatusBadge tone="bad">
              {t.failedJobs({ count: formatCount(locale, failed) })}
            </StatusBadge>{' '}
            <Link to="/settings/jobs?state=FAILED">{t.seeJobs}</Link>
          </li>
        )}
        {hasFailedMail && (
          <li>
            <StatusBadge tone="bad">{t.failedMail}</StatusBadge>{' '}
            <Link to="/settings/outbox?state=FAILED">{t.seeMails}</Link>
          </li>
        )}
        {retrying > 0 && (
          <li>
            <StatusBadge tone="caution">
              {t.retryingJobs({ count: formatCount(locale, retrying) })}
            </StatusBadge>{' '}
            <Link to="/settings/jobs?state=RETRYING">{t.seeJobs}</Link>
          </li>
        )}
      </ul>
      <p className={classes.places}>
        <Link to="/people">{t.people}</Link>
        <Link to="/settings/roles">{t.roles}</Link>
        <Link to="/settings/outbox">{t.outbox}</Link>
        <Link to="/settings/audit">{t.audit}</Link>
      </p>
    </Panel>
  );
}
