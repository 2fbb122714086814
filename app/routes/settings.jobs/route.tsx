import { NativeSelect } from '@mantine/core';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react';

import { discardJob, listJobs, retryJob } from '../../administration/administration.document';
import { SettingsList } from '../../administration/settings-list';
import classes from '../../administration/administration.module.css';
import { messagesOf } from '../../../universal/text';
import { Notice } from '../../components/notice';
import { useRevalidation } from '../../components/progress';
import { useMessages } from '../../locale';
import { administrationMessages } from '../../locales/administration';
import { shellMessages } from '../../locales/shell';
import { pageTitle } from '../../page-title';
import { isJobState, jobStates, useJobColumns, useJobStateName } from './job-columns';

const pageSize = 50;

const parameters = ['state'];

export const meta = pageTitle(administrationMessages, (t) => t.jobs);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const given = search.get('state');
  const state = isJobState(given) ? given : null;
  const page = Math.max(1, Math.floor(Number(search.get('page') ?? 1)) || 1);
  const { backgroundJobs } = await context.query(listJobs, { state, page });
  return { ...backgroundJobs, state, page };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const jobId = form.get('jobId');
  const input = { jobId: typeof jobId === 'string' ? jobId : '' };
  const words = messagesOf(administrationMessages, context.locale);
  const isDiscarding = form.get('intent') === 'discard';
  const outcome = isDiscarding
    ? await context.mutate(discardJob, { input })
    : await context.mutate(retryJob, { input });
  if (!outcome.ok) return { kind: 'bad' as const, said: outcome.error.message };
  return { kind: 'good' as const, said: isDiscarding ? words.discarded : words.retried };
}

export default function Jobs() {
  const t = useMessages(administrationMessages);
  const nameOf = useJobStateName();
  const { jobs, totalCount, state, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  useRevalidation(
    jobs.some((job) => job.state === 'RUNNING' || job.state === 'WAITING'),
    3_000,
  );
  const filters = state
    ? [{ parameter: 'state', label: t.filterState({ state: nameOf(state) }) }]
    : [];
  return (
    <>
      <SettingsList
        title={t.jobs}
        description={t.jobsText}
        notice={answer && <Notice kind={answer.kind}>{answer.said}</Notice>}
        fields={
          <NativeSelect
            name="state"
            label={t.jobState}
            defaultValue={state ?? ''}
            data={[
              { value: '', label: t.allStates },
              ...jobStates.map((value) => ({ value, label: nameOf(value) })),
            ]}
          />
        }
        parameters={parameters}
        filters={filters}
        columns={useJobColumns()}
        rows={jobs}
        rowId={(job) => job.jobId}
        noMatch={t.jobsNoMatch}
        none={{ title: t.jobsNone, text: t.jobsNoneText }}
      />
      <PageSteps page={page} isLast={page * pageSize >= totalCount} />
    </>
  );
}

function PageSteps({ page, isLast }: { page: number; isLast: boolean }) {
  const t = useMessages(shellMessages);
  const [search] = useSearchParams();
  if (page === 1 && isLast) return null;
  const to = (target: number) => {
    const next = new URLSearchParams(search);
    next.set('page', String(target));
    return `?${next.toString()}`;
  };
  return (
    <nav className={classes.buttons} aria-label={t.pages}>
      {page > 1 && <Link to={to(page - 1)}>{t.previousPage}</Link>}
      {!isLast && <Link to={to(page + 1)}>{t.nextPage}</Link>}
    </nav>
  );
}
