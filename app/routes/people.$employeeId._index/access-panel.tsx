import { Button } from '@mantine/core';
import { Form, Link, useSearchParams } from '@remix-run/react';

import { formatDateTime } from '../../../universal/format';
import { roleNames } from '../../../universal/role-names';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { SubmitButton } from '../../forms/submit-button';
import { identityMessages } from '../../locales/identity';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { AccessBadge, type AccessState } from '../../people/access-state';
import classes from './person.module.css';

interface PersonsAccess {
  state: AccessState;
  invitedAt: string | null;
  linkExpiresAt: string | null;
  activeSince: string | null;
  lastSignedInAt: string | null;
  refusal: string | null;
  account: {
    email: string;
    roleGrants:
      { roleGrantId: string; role: RoleKey; department: { name: string } | null }[] | null;
  } | null;
}

type RoleKey = Uppercase<keyof typeof roleNames>;

interface AccessPanelProps {
  person: { employeeId: string; fullName: string; email: string | null };
  access: PersonsAccess;
  hasLeft: boolean;
  hasReports: boolean;
  refused: string | undefined;
}

/** Whether the person may sign in; for administrators, who give and withdraw it. */
export function AccessPanel({ person, access, hasLeft, hasReports, refused }: AccessPanelProps) {
  const t = useMessages(identityMessages);
  const { state } = access;
  return (
    <Panel title={t.access} description={<AccessBadge state={state} />}>
      <div className={classes.access}>
        <Outcome email={person.email} refused={refused} />
        <p>{useStateText(access)}</p>
        {access.account && (
          <AccountFacts
            access={access}
            account={access.account}
            roles={[
              ...(hasLeft ? [] : ['EMPLOYEE' as const]),
              ...(hasReports ? ['MANAGER' as const] : []),
            ]}
          />
        )}
        <div className={classes.buttons}>
          {state !== 'ACTIVE' && <InviteButton person={person} state={state} hasLeft={hasLeft} />}
          {access.account && (
            <Button
              component={Link}
              to={`/settings/roles?q=${encodeURIComponent(access.account.email)}`}
              variant="default"
            >
              {t.changeRoles}
            </Button>
          )}
          {state !== 'NONE' && state !== 'WITHDRAWN' && (
            <ConfirmDialog
              verb={t.withdraw}
              label={t.withdrawFrom({ name: person.fullName })}
              fields={{ intent: 'withdraw-access' }}
              size="sm"
            >
              {t.withdrawText}
            </ConfirmDialog>
          )}
        </div>
      </div>
    </Panel>
  );
}

function Outcome({ email, refused }: { email: string | null; refused: string | undefined }) {
  const t = useMessages(identityMessages);
  const [search] = useSearchParams();
  if (refused) return <Notice kind="bad">{refused}</Notice>;
  const done = search.get('access');
  if (done === 'withdrawn') return <Notice kind="good">{t.accessWasWithdrawn}</Notice>;
  if (done !== 'invited') return null;
  return (
    <Notice kind="good">
      {t.invitationSent}{' '}
      <Link to={`/settings/outbox?q=${encodeURIComponent(email ?? '')}`}>
        {t.invitationInOutbox}
      </Link>
    </Notice>
  );
}

function useStateText({ state, linkExpiresAt, refusal }: PersonsAccess): string {
  const t = useMessages(identityMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  switch (state) {
    case 'NONE':
      return t.accessNoneText;
    case 'INVITED':
      return t.accessInvitedText({
        date: linkExpiresAt ? formatDateTime(locale, linkExpiresAt, timeZone) : '',
      });
    case 'BOUNCED':
      return t.accessBouncedText({ refusal: refusal ?? '' });
    case 'EXPIRED':
      return t.accessExpiredText;
    case 'ACTIVE':
      return t.accessActiveText;
    case 'WITHDRAWN':
      return t.accessWithdrawnText;
  }
}

function InviteButton({
  person,
  state,
  hasLeft,
}: Pick<AccessPanelProps, 'person' | 'hasLeft'> & { state: AccessState }) {
  const t = useMessages(identityMessages);
  if (hasLeft) return <p className="quiet">{t.accessLeft}</p>;
  if (!person.email) {
    return (
      <p>
        <span className="quiet">{t.accessNoEmail}</span>{' '}
        <Link to={`/people/${person.employeeId}/edit`}>{t.accessAddEmail}</Link>
      </p>
    );
  }
  const again = state === 'WITHDRAWN' ? t.giveAgain : t.inviteAgain;
  return (
    <Form method="post">
      <SubmitButton name="intent" value="invite">
        {state === 'NONE' ? t.invite : again}
      </SubmitButton>
    </Form>
  );
}

function AccountFacts({
  access,
  account,
  roles,
}: {
  access: PersonsAccess;
  account: NonNullable<PersonsAccess['account']>;
  roles: readonly RoleKey[];
}) {
  const t = useMessages(identityMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  const nameOf = (role: RoleKey) => roleNames[role.toLowerCase() as Lowercase<RoleKey>][locale];
  const held = [
    ...roles.map(nameOf),
    ...(account.roleGrants ?? []).map(({ role, department }) =>
      department ? `${nameOf(role)} (${department.name})` : nameOf(role),
    ),
  ];
  const facts: [name: string, value: string][] = [[t.signsInWith, account.email]];
  const moment = (at: string) => formatDateTime(locale, at, timeZone);
  if (access.activeSince) {
    facts.push(
      [t.activeSince, moment(access.activeSince)],
      [t.lastSignIn, access.lastSignedInAt ? moment(access.lastSignedInAt) : t.lastSignInUnknown],
    );
  } else if (access.invitedAt) facts.push([t.invitedOn, moment(access.invitedAt)]);
  facts.push([t.rolesHeld, held.join(locale === 'zh' ? '、' : ', ') || t.noRoles]);
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="quiet">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
