import type { SubmissionResult } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';

import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { connectionArguments, Pagination } from '../../components/pagination';
import { Panel } from '../../components/panel';
import { SearchField } from '../../components/search-field';
import { identityMessages } from '../../locales/identity';
import { useMessages } from '../../locale';
import { pageTitle } from '../../page-title';
import { redirect } from '../../redirect';
import { AccountTable } from './account-table';
import { grantAction, revokeAction } from './change-roles';
import { GrantForm } from './grant-form';
import { rolesPage } from './roles.document';
import classes from './roles.module.css';

export const meta = pageTitle(identityMessages, (t) => t.rolesTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const { userAccounts, departments } = await context.query(rolesPage, {
    search: search.get('q'),
    // Whoever has nothing is found by name; all of them would bury the few who have.
    hasRole: !search.get('q'),
    ...connectionArguments(search),
  });
  return {
    accounts: (userAccounts.edges ?? []).flatMap((edge) => edge?.node ?? []),
    pageInfo: userAccounts.pageInfo,
    departments,
    ownAccountId: context.viewer?.userAccountId,
  };
}

interface ActionAnswer {
  result?: SubmissionResult;
  refused?: string;
}

export async function action({ request, context }: ActionFunctionArgs): Promise<ActionAnswer> {
  const form = await request.formData();
  const back = new URL(request.url).searchParams;
  back.delete('grant');
  if (form.get('intent') === 'revoke') {
    const refused = await revokeAction(form, context);
    if (refused) return { refused };
    back.set('done', 'revoked');
  } else {
    const result = await grantAction(form, context);
    if (result) return { result };
    back.set('done', 'granted');
  }
  throw redirect(`/settings/roles?${back.toString()}`);
}

/** Who has which role: administrators grant and revoke. */
export default function Roles() {
  const t = useMessages(identityMessages);
  const { accounts, pageInfo, departments, ownAccountId } = useLoaderData<typeof loader>();
  const answer = useActionData<ActionAnswer>();
  const [search] = useSearchParams();
  const chosen = accounts.find(
    ({ userAccountId, canGrantRole }) => canGrantRole && userAccountId === search.get('grant'),
  );
  const isOwn = chosen?.userAccountId === ownAccountId;
  const done = search.get('done');
  return (
    <>
      <PageHeader
        title={t.rolesTitle}
        description={t.rolesIntro}
        trail={[{ to: '/settings', label: t.settingsTitle }]}
      />
      <div className={classes.stack}>
        {done === 'granted' && <Notice kind="good">{t.roleGranted}</Notice>}
        {done === 'revoked' && <Notice kind="good">{t.roleRevoked}</Notice>}
        {answer?.refused && <Notice kind="bad">{answer.refused}</Notice>}
        {chosen && (
          <Panel title={t.grantRoleTo({ name: chosen.displayName })} description={chosen.email}>
            {isOwn && <Notice kind="info">{t.ownRole}</Notice>}
            <GrantForm
              userAccountId={chosen.userAccountId}
              departments={departments}
              lastResult={answer?.result}
            />
          </Panel>
        )}
        <SearchField label={t.findAccount} />
        {!search.get('q') && <p className="quiet">{t.onlyGranted}</p>}
        <Panel flush>
          <AccountTable accounts={accounts} />
          <Pagination pageInfo={pageInfo} />
        </Panel>
      </div>
    </>
  );
}
