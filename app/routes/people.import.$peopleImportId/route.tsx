import { Button } from '@mantine/core';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';

import { formatCount } from '../../../universal/format';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { Progress } from '../../components/progress';
import { SubmitButton } from '../../forms/submit-button';
import { EncodingChoice } from '../../intake/encoding-choice';
import { useLocale, useMessages } from '../../locale';
import { identityMessages } from '../../locales/identity';
import { organisationMessages } from '../../locales/organisation';
import { pageTitle } from '../../page-title';
import { ImportStateBadge } from '../../people/import-state';
import {
  readImportOfPeople,
  readPeopleFileAs,
  startImportOfPeople,
} from '../../people/people-import.document';
import classes from '../../people/person-form.module.css';
import { DateOrderChoice } from './date-order-choice';
import { RejectedRows } from './rejected-rows';
import { UnknownDepartments } from './unknown-departments';

export const meta = pageTitle(organisationMessages, (t) => t.importTitle);

export async function loader({ params, context }: LoaderFunctionArgs) {
  const peopleImportId = params['peopleImportId'] ?? '';
  const { peopleImport, departments } = await context.query(readImportOfPeople, {
    peopleImportId,
  });
  return {
    ...peopleImport,
    departments,
    mayInvite: context.viewer?.roles.includes('administrator') ?? false,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const peopleImportId = params['peopleImportId'] ?? '';
  const form = await request.formData();
  const reading = readingOf(form);
  const outcome = reading
    ? await context.mutate(readPeopleFileAs, { input: { peopleImportId, ...reading } })
    : await context.mutate(startImportOfPeople, { input: { peopleImportId } });
  return outcome.ok ? { refused: null } : { refused: outcome.error.message };
}

/** How the file is to be read, as one of the forms says; null where it is to be stored. */
function readingOf(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '');
  switch (form.get('intent')) {
    case 'encoding':
      return { encoding: text('encoding') };
    case 'dates': {
      const order = (['YMD', 'DMY', 'MDY'] as const).find((name) => name === text('dateOrder'));
      return { dateOrder: order ?? null };
    }
    case 'departments': {
      const chosen = form.getAll('departmentId').map(String);
      const departments = form.getAll('value').flatMap((value, index) => {
        const departmentId = chosen[index];
        return departmentId ? { value: String(value), departmentId } : [];
      });
      return { departments };
    }
    default:
      return null;
  }
}

export default function PeopleImport() {
  const t = useMessages(organisationMessages);
  const {
    peopleImportId,
    fileName,
    state,
    failure,
    ignoredColumns,
    tally,
    rejectedRows,
    mayInvite,
    encoding,
    encodingCertainty,
    encodingCandidates,
    dateCandidates,
    unknownDepartments,
    departments,
  } = useLoaderData<typeof loader>();
  const words = useMessages(identityMessages);
  const answer = useActionData<typeof action>();
  const isRunning = state === 'CHECKING' || state === 'IMPORTING';
  const good = tally.rows - tally.rejected;
  const isHalfStored = state === 'FAILED' && tally.judged > tally.stored;
  const canReadAgain = state === 'ASKING' || state === 'CHECKED';
  return (
    <>
      <PageHeader
        title={fileName}
        description={<ImportStateBadge state={state} />}
        trail={[
          { to: '/people', label: t.people },
          { to: '/people/import', label: t.importTitle },
        ]}
        actions={
          !isRunning && (
            <Button
              component={Link}
              to={state === 'DONE' ? '/people' : '/people/import'}
              variant="default"
            >
              {state === 'DONE' ? t.importShowPeople : t.importAgain}
            </Button>
          )
        }
      />
      {answer?.refused && <Notice kind="bad">{answer.refused}</Notice>}
      {failure && (
        <Notice kind="bad" title={t.importFailedTitle}>
          {failure}
        </Notice>
      )}
      {isHalfStored && (
        <Form method="post">
          <SubmitButton>{t.importResume}</SubmitButton>
        </Form>
      )}
      {canReadAgain && (
        <>
          <EncodingChoice
            encoding={encoding}
            certainty={encodingCertainty}
            candidates={encodingCandidates}
            errors={undefined}
          />
          <DateOrderChoice candidates={state === 'ASKING' ? dateCandidates : []} />
          <UnknownDepartments unknown={unknownDepartments} departments={departments} />
        </>
      )}
      {isRunning && (
        <Panel>
          <Progress
            label={state === 'CHECKING' ? t.importCheckProgress : t.importStoreProgress}
            done={state === 'CHECKING' ? tally.judged : tally.stored}
            total={tally.rows > 0 ? tally.rows : null}
            isRunning
          />
        </Panel>
      )}
      {(state === 'CHECKED' || state === 'DONE') && (
        <Panel title={state === 'DONE' ? t.importDoneTitle : t.importCheckedTitle}>
          <Tally />
          {ignoredColumns.length > 0 && (
            <p>{t.importIgnored({ columns: ignoredColumns.join(', ') })}</p>
          )}
          {state === 'DONE' && mayInvite && tally.created + tally.rehired + tally.updated > 0 && (
            <Button component={Link} to={`/people/invite?import=${peopleImportId}`}>
              {words.inviteTitle}
            </Button>
          )}
          {state === 'CHECKED' &&
            (good > 0 ? (
              <Form method="post">
                <SubmitButton>{t.importStart}</SubmitButton>
              </Form>
            ) : (
              <Notice kind="warn">{t.importNothing}</Notice>
            ))}
        </Panel>
      )}
      {!isRunning && tally.rejected > 0 && (
        <RejectedRows rows={rejectedRows} total={tally.rejected} peopleImportId={peopleImportId} />
      )}
    </>
  );
}

function Tally() {
  const t = useMessages(organisationMessages);
  const locale = useLocale();
  const { tally } = useLoaderData<typeof loader>();
  const counts = [
    [t.importRows, tally.rows],
    [t.importCreated, tally.created],
    [t.importRehired, tally.rehired],
    [t.importUpdated, tally.updated],
    [t.importUnchanged, tally.unchanged],
    [t.importRejected, tally.rejected],
  ] as const;
  return (
    <dl className={classes.tally}>
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt className="quiet">{name}</dt>
          <dd>{formatCount(locale, count)}</dd>
        </div>
      ))}
    </dl>
  );
}
