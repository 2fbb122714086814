import { Button } from '@mantine/core';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';

import { formatCount } from '../../../universal/format';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { Progress } from '../../components/progress';
import { formText, textsOf } from '../../forms/form-text';
import { KeptDraft } from '../../forms/kept-draft';
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
import { departmentsIn } from './unknown-department-fields';
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
  const input = { peopleImportId, revision: formText(form, 'revision') };
  const outcome = reading
    ? await context.mutate(readPeopleFileAs, { input: { ...input, ...reading } })
    : await context.mutate(startImportOfPeople, { input });
  if (outcome.ok) return null;
  // The page shows how the file is read now: who sends again has seen that.
  const { revision: _seen, ...initialValue } = textsOf(form);
  return { initialValue, error: { '': [outcome.error.message] } };
}

/** How the file is to be read, as one of the forms says; null where it is to be stored. */
function readingOf(form: FormData) {
  const text = (name: string) => formText(form, name);
  switch (form.get('intent')) {
    case 'encoding':
      return { encoding: text('encoding') };
    case 'dates': {
      const order = (['YMD', 'DMY', 'MDY'] as const).find((name) => name === text('dateOrder'));
      return { dateOrder: order ?? null };
    }
    case 'departments': {
      return { departments: departmentsIn(form) };
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
    revision,
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
      {answer && <Notice kind="bad">{answer.error[''].join(' ')}</Notice>}
      <KeptDraft answer={answer} isFormShown={canReadAgain} />
      {failure && (
        <Notice kind="bad" title={t.importFailedTitle}>
          {failure}
        </Notice>
      )}
      {isHalfStored && (
        <Form method="post">
          <input type="hidden" name="revision" value={revision} />
          <SubmitButton>{t.importResume}</SubmitButton>
        </Form>
      )}
      {canReadAgain && (
        <>
          <EncodingChoice
            revision={revision}
            encoding={encoding}
            certainty={encodingCertainty}
            candidates={encodingCandidates}
            errors={undefined}
          />
          <DateOrderChoice
            revision={revision}
            candidates={state === 'ASKING' ? dateCandidates : []}
          />
          <UnknownDepartments
            key={peopleImportId}
            revision={revision}
            unknown={unknownDepartments}
            departments={departments}
            answer={answer}
          />
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
                <input type="hidden" name="revision" value={revision} />
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
