import { Button } from '@mantine/core';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';

import { formatDate } from '../../../universal/format';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { useLocale, useMessages, useToday } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import { pageTitle } from '../../page-title';
import { redirect } from '../../redirect';
import { AccessPanel } from './access-panel';
import { PersonHistory } from './person-history';
import { inviteToSignIn, readPerson, withdrawPersonsAccess } from './person.document';
import classes from './person.module.css';

export const meta = pageTitle(organisationMessages, (t) => t.people);

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { employee, employees } = await context.query(readPerson, {
    employeeId: params['employeeId'] ?? '',
  });
  return {
    person: employee,
    reports: (employees.edges ?? []).flatMap((edge) => (edge ? [edge.node] : [])),
    mayList:
      context.viewer?.roles.some((role) => role === 'hr' || role === 'administrator') ?? false,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const isWithdrawal = form.get('intent') === 'withdraw-access';
  const employeeId = params['employeeId'] ?? '';
  const variables = { input: { employeeId } };
  const outcome = isWithdrawal
    ? await context.mutate(withdrawPersonsAccess, variables)
    : await context.mutate(inviteToSignIn, variables);
  if (!outcome.ok) return { refused: outcome.error.message };
  throw redirect(`/people/${employeeId}?access=${isWithdrawal ? 'withdrawn' : 'invited'}`);
}

export default function Person() {
  const t = useMessages(organisationMessages);
  const locale = useLocale();
  const today = useToday();
  const { person, reports, mayList } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { employeeId, fullName, leftOn, canUpdate } = person;
  const hasLeft = leftOn !== null && leftOn <= today;
  return (
    <>
      <PageHeader
        title={fullName}
        description={person.positionTitle ?? undefined}
        trail={mayList ? [{ to: '/people', label: t.people }] : []}
        actions={
          canUpdate && (
            <>
              <Button component={Link} to={`/people/${employeeId}/edit`} variant="default">
                {t.edit}
              </Button>
              {hasLeft && (
                <Button component={Link} to={`/people/${employeeId}/transfer`}>
                  {t.rehire}
                </Button>
              )}
              {!hasLeft && (
                <>
                  <Button component={Link} to={`/people/${employeeId}/leave`} variant="default">
                    {t.endEmployment}
                  </Button>
                  <Button component={Link} to={`/people/${employeeId}/transfer`}>
                    {t.transfer}
                  </Button>
                </>
              )}
            </>
          )
        }
      />
      {leftOn && (
        <Notice>
          {hasLeft
            ? t.hasLeft({ date: formatDate(locale, leftOn) })
            : t.leavesOn({ date: formatDate(locale, leftOn) })}
        </Notice>
      )}
      {!canUpdate && <p className="quiet">{t.yourEntry}</p>}
      <Panel title={t.details}>
        <dl className={classes.facts}>
          <Fact name={t.number}>{person.employeeNumber}</Fact>
          <Fact name={t.department}>{person.department?.name ?? t.nowhere}</Fact>
          <Fact name={t.position}>{person.positionTitle || t.none}</Fact>
          <Fact name={t.manager}>
            {person.managerEmployeeId ? (
              <Link to={`/people/${person.managerEmployeeId}`}>{person.managerName}</Link>
            ) : (
              (person.managerName ?? t.nobody)
            )}
          </Fact>
          <Fact name={t.email}>{person.email ?? t.none}</Fact>
          <Fact name={t.language}>{person.locale === 'ZH' ? t.chinese : t.english}</Fact>
          <Fact name={t.hiredOn}>{formatDate(locale, person.hiredOn)}</Fact>
          {person.earlierEmployments.map(({ hiredOn, leftOn: until }) => (
            <Fact key={hiredOn} name={t.earlierEmployment}>
              {t.fromUntil({
                from: formatDate(locale, hiredOn),
                until: formatDate(locale, until),
              })}
            </Fact>
          ))}
        </dl>
      </Panel>
      {person.access && (
        <AccessPanel
          person={person}
          access={person.access}
          hasLeft={hasLeft}
          hasReports={reports.length > 0}
          refused={answer?.refused}
        />
      )}
      <Panel title={t.reports}>
        {reports.length === 0 ? (
          <p className="quiet">{t.noReports}</p>
        ) : (
          <ul className={classes.list}>
            {reports.map((report) => (
              <li key={report.employeeId} dir="auto">
                <Link to={`/people/${report.employeeId}`}>{report.fullName}</Link>{' '}
                <span className="quiet">{report.positionTitle}</span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <PersonHistory placements={person.placements} reportingLines={person.reportingLines} />
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
