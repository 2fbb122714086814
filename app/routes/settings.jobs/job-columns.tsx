import { Form } from '@remix-run/react';

import { formatCount, formatDateTime } from '../../../universal/format';
import classes from '../../administration/administration.module.css';
import { ConfirmDialog } from '../../components/confirm-dialog';
import type { Column } from '../../components/data-table';
import { StatusBadge, type StatusTone } from '../../components/status-badge';
import { SubmitButton } from '../../forms/submit-button';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { administrationMessages } from '../../locales/administration';

export const jobStates = ['FAILED', 'RETRYING', 'RUNNING', 'WAITING', 'SCHEDULED'] as const;
type JobState = (typeof jobStates)[number];

export function isJobState(state: string | null): state is JobState {
  return jobStates.some((known) => known === state);
}

const tones: Record<JobState, StatusTone> = {
  FAILED: 'bad',
  RETRYING: 'caution',
  RUNNING: 'active',
  WAITING: 'neutral',
  SCHEDULED: 'neutral',
};

interface Job {
  jobId: string;
  name: string;
  title: string;
  state: JobState;
  attempts: number;
  maxAttempts: number;
  lastError: string | null;
  runAt: string;
  progressDone: number | null;
  progressTotal: number | null;
}

export function useJobStateName(): (state: JobState) => string {
  const t = useMessages(administrationMessages);
  const names = {
    FAILED: t.jobFailed,
    RETRYING: t.jobRetrying,
    RUNNING: t.jobRunning,
    WAITING: t.jobWaiting,
    SCHEDULED: t.jobScheduled,
  };
  return (state) => names[state];
}

export function useJobColumns(): Column<Job>[] {
  const t = useMessages(administrationMessages);
  const nameOf = useJobStateName();
  const locale = useLocale();
  const timeZone = useTimeZone();
  const progressOf = ({ progressDone, progressTotal }: Job) =>
    progressDone === null || progressTotal === null
      ? ''
      : t.progressOf({
          done: formatCount(locale, progressDone),
          total: formatCount(locale, progressTotal),
        });
  return [
    {
      id: 'name',
      header: t.job,
      enableSorting: false,
      isRowHeader: true,
      cell: ({ row: { original } }) => (
        <>
          {original.title}{' '}
          <span className="quiet small">
            <code>{original.name}</code> {original.jobId}
          </span>
          {original.lastError && <pre className={classes.details}>{original.lastError}</pre>}
        </>
      ),
    },
    {
      id: 'state',
      header: t.jobState,
      enableSorting: false,
      cell: ({ row }) => (
        <StatusBadge tone={tones[row.original.state]}>{nameOf(row.original.state)}</StatusBadge>
      ),
    },
    {
      id: 'progress',
      header: t.jobProgress,
      enableSorting: false,
      isMinor: true,
      cell: ({ row }) => progressOf(row.original),
    },
    {
      id: 'attempts',
      header: t.attempts,
      enableSorting: false,
      isMinor: true,
      cell: ({ row: { original } }) =>
        t.attemptsOf({ attempts: original.attempts, max: original.maxAttempts }),
    },
    {
      id: 'due',
      header: t.due,
      enableSorting: false,
      isMinor: true,
      cell: ({ row }) => formatDateTime(locale, row.original.runAt, timeZone),
    },
    {
      id: 'actions',
      header: t.actions,
      enableSorting: false,
      cell: ({ row }) => <JobActions job={row.original} />,
    },
  ];
}

function JobActions({ job: { jobId, title, state } }: { job: Job }) {
  const t = useMessages(administrationMessages);
  if (state !== 'FAILED' && state !== 'RETRYING') return null;
  return (
    <div className={classes.buttons}>
      <Form method="post">
        <input type="hidden" name="jobId" value={jobId} />
        <SubmitButton name="intent" value="retry" size="xs" variant="default">
          {t.retry}
        </SubmitButton>
      </Form>
      <ConfirmDialog verb={t.discardJob({ name: title })} fields={{ intent: 'discard', jobId }}>
        {t.discardText}
      </ConfirmDialog>
    </div>
  );
}
