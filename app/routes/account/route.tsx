import type { SubmissionResult } from '@conform-to/react';
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react';

import { roleNames } from '../../../universal/role-names';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { signedOutPath } from '../../forms/forget-drafts';
import { identityMessages } from '../../locales/identity';
import { useLocale, useMessages } from '../../locale';
import { pageTitle } from '../../page-title';
import { redirect } from '../../redirect';
import type { RootLoader } from '../../root';
import { PreferenceForms } from '../../shell/preferences';
import { ownAccount, signOutEverywhere } from './account.document';
import classes from './account.module.css';
import { changePasswordAction } from './change-password-action';
import { PasswordForm } from './password-form';
import { SessionList } from './session-list';

export const meta = pageTitle(identityMessages, (t) => t.accountTitle);

export async function loader({ context }: LoaderFunctionArgs) {
  const { viewer } = await context.query(ownAccount);
  return { sessions: viewer?.sessions ?? [], currentSessionKey: context.sessionKey };
}

interface ActionAnswer {
  result?: SubmissionResult;
  isChanged?: boolean;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  if (form.get('intent') === 'sign-out-everywhere') {
    const { ok } = await context.mutate(signOutEverywhere);
    // Nobody may believe the other sessions ended while they go on.
    if (!ok) throw new Response(null, { status: 503 });
    throw redirect(signedOutPath, { headers: { 'Set-Cookie': await context.signOut() } });
  }
  const result = await changePasswordAction(form, context);
  if (result) return json<ActionAnswer>({ result });
  return json<ActionAnswer>(
    { isChanged: true },
    { headers: { 'Set-Cookie': await context.renewSession() } },
  );
}

/** How the viewer signs in, from where, and how Tandem looks. */
export default function Account() {
  const t = useMessages(identityMessages);
  const locale = useLocale();
  const { sessions, currentSessionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<ActionAnswer>();
  const viewer = useRouteLoaderData<RootLoader>('root')?.viewer;
  return (
    <>
      <PageHeader title={t.accountTitle} description={t.accountIntro} />
      <div className={classes.columns}>
        <div>
          <Panel title={viewer?.displayName}>
            <dl className={classes.facts}>
              <dt>{t.email}</dt>
              <dd>{viewer?.email}</dd>
              <dt>{t.yourRoles}</dt>
              <dd>
                {viewer?.roles
                  .map((role) => roleNames[role][locale])
                  .join(locale === 'zh' ? '、' : ', ') || t.noRoles}
              </dd>
            </dl>
          </Panel>
          <Panel title={t.preferences}>
            <div className={classes.preferences}>
              <PreferenceForms />
            </div>
          </Panel>
        </div>
        <Panel title={t.changePassword} description={t.changePasswordIntro}>
          {answer?.isChanged && <Notice kind="good">{t.passwordChanged}</Notice>}
          <PasswordForm lastResult={answer?.result} email={viewer?.email ?? ''} />
        </Panel>
      </div>
      <div className={classes.sessions}>
        <Panel
          title={t.sessions}
          flush
          actions={
            <ConfirmDialog verb={t.signOutEverywhere} fields={{ intent: 'sign-out-everywhere' }}>
              {t.signOutEverywhereText}
            </ConfirmDialog>
          }
        >
          <SessionList sessions={sessions} currentSessionKey={currentSessionKey} />
        </Panel>
      </div>
    </>
  );
}
