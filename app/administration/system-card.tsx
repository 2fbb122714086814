import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';

import { formatCount } from '../../universal/format';
import { Panel } from '../components/panel';
import { StatusBadge } from '../components/status-badge';
import { homeMessages } from '../locales/home';
import { useLocale, useMessages } from '../locale';
import { systemState } from './system-card.document';
import classes from './system-card.module.css';

type Input = Pick<LoaderFunctionArgs, 'context'>;
type Data = Awaited<ReturnType<typeof load>>;

async function load({ context }: Input) {
  const { failed, retrying, failedMails } = await context.query(systemState);
  return {
    failed: failed.totalCount,
    retrying: retrying.totalCount,
    hasFailedMail: failedMails.edges.length > 0,
  };
}

/** The home page's card for administrators: whether everything works, and where to look when it does not. */
export const systemHomeCard = {
  id: 'system',
  roles: ['administrator'] as const,
  isWide: false,
  load,
  Card: SystemCard,
};

function SystemCard({ data: { failed, retrying, hasFailedMail } }: { data: Data }) {
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
            <StatusBadge tone="near">
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
