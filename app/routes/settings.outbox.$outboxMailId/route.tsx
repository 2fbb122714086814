import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';

import { formatDateTime } from '../../../universal/format';
import { readOutboxMail } from '../../administration/administration.document';
import classes from '../../administration/administration.module.css';
import { MailStateBadge } from '../../administration/mail-state';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { administrationMessages } from '../../locales/administration';
import { pageTitle } from '../../page-title';

export const meta = pageTitle(administrationMessages, (t) => t.outbox);

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { outboxMail } = await context.query(readOutboxMail, {
    outboxMailId: params['outboxMailId'] ?? '',
  });
  return outboxMail;
}

export default function OutboxMail() {
  const t = useMessages(administrationMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  const { mail, text, links } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={mail.subject ?? t.mailConfidential}
        trail={[
          { to: '/settings', label: t.settings },
          { to: '/settings/outbox', label: t.outbox },
        ]}
      />
      {mail.lastError && (
        <Notice kind="bad" title={t.lastError}>
          {mail.lastError}
        </Notice>
      )}
      <Panel>
        <dl className={classes.facts}>
          <Fact name={t.to}>{mail.to ?? t.mailToHidden}</Fact>
          <Fact name={t.mailState}>
            <MailStateBadge state={mail.state} />
          </Fact>
          <Fact name={t.written}>{formatDateTime(locale, mail.createdAt, timeZone)}</Fact>
          <Fact name={t.sent}>
            {mail.sentAt ? formatDateTime(locale, mail.sentAt, timeZone) : t.notSent}
          </Fact>
          <Fact name={t.attempts}>{mail.attempts}</Fact>
        </dl>
      </Panel>
      <Panel title={t.mailText}>
        <div className={classes.text}>
          {links === 'HIDDEN' && <Notice>{t.linksHidden}</Notice>}
          {links === 'ENTRUSTED' && <Notice kind="warn">{t.linksEntrusted}</Notice>}
          {links === 'DEMO' && <Notice>{t.linksDemo}</Notice>}
          {links === 'SEALED' && <Notice>{t.mailSealed}</Notice>}
          <div className={classes.mail}>{withLinks(text)}</div>
        </div>
      </Panel>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="quiet">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Addresses in the text become links, so that a kept mail can be acted upon. */
function withLinks(text: string): ReactNode[] {
  return text.split(/(https?:\/\/[^\s<>()]+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part} rel="noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
