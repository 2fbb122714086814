import { Button } from '@mantine/core';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';

import { formatCount } from '../../../universal/format';
import { EmptyState } from '../../components/empty-state';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { SubmitButton } from '../../forms/submit-button';
import { identityMessages } from '../../locales/identity';
import { organisationMessages } from '../../locales/organisation';
import { shellMessages } from '../../locales/shell';
import { useLocale, useMessages } from '../../locale';
import { pageTitle } from '../../page-title';
import { peopleFilter } from '../../people/people-filter';
import classes from '../../people/person-form.module.css';
import { requireRole } from '../../people/require-role';
import { redirect } from '../../redirect';
import { countInvitations, invitePeople } from './invite-people.document';

export const meta = pageTitle(identityMessages, (t) => t.inviteTitle);

/** Those chosen in the list, those of an import, or everybody whom the list was narrowed to. */
function inviteesOf(url: string) {
  const search = new URL(url).searchParams;
  return {
    ...peopleFilter(search),
    peopleImportId: search.get('import'),
    employeeIds: search.has('chosen') ? search.getAll('employee') : null,
  };
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireRole(context, ['administrator']);
  const all = inviteesOf(request.url);
  if (all.employeeIds?.length === 0) return { isNobodyChosen: true, total: 0, free: 0, count: 0 };
  const found = await context.query(countInvitations, {
    all,
    withoutAccess: { ...all, access: 'NONE' },
    invitable: { ...all, access: 'INVITABLE' },
  });
  return {
    isNobodyChosen: false,
    total: found.all.totalCount,
    free: found.withoutAccess.totalCount,
    count: found.invitable.totalCount,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const outcome = await context.mutate(invitePeople, {
    input: { filter: inviteesOf(request.url) },
  });
  if (!outcome.ok) return { refused: outcome.error.message };
  throw redirect(`/people?invited=${outcome.data}`);
}

/** Says how many people would be invited, and asks. */
export default function InvitePeople() {
  const t = useMessages(identityMessages);
  const people = useMessages(organisationMessages);
  const words = useMessages(shellMessages);
  const locale = useLocale();
  const { isNobodyChosen, total, free, count } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const counted = (number: number) => ({ count: number, formatted: formatCount(locale, number) });
  return (
    <>
      <PageHeader title={t.inviteTitle} trail={[{ to: '/people', label: people.people }]} />
      {answer?.refused && <Notice kind="bad">{answer.refused}</Notice>}
      <Panel>
        {count === 0 ? (
          <EmptyState
            title={t.inviteNobody}
            action={
              <Button component={Link} to="/people" variant="default">
                {t.backToPeople}
              </Button>
            }
          >
            {isNobodyChosen ? t.inviteNobodyChosen : t.inviteNobodyText}
          </EmptyState>
        ) : (
          <Form method="post" className={classes.form}>
            <div>
              <p>{t.inviteCount(counted(count))}</p>
              {total > free && <p className="quiet">{t.inviteHaveAccess(counted(total - free))}</p>}
              {free > count && <p className="quiet">{t.inviteNoAddress(counted(free - count))}</p>}
            </div>
            <div className={classes.buttons}>
              <SubmitButton>{t.inviteVerb(counted(count))}</SubmitButton>
              <Button component={Link} to="/people" variant="default">
                {words.cancel}
              </Button>
            </div>
          </Form>
        )}
      </Panel>
    </>
  );
}
