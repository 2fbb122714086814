import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData, useLocation } from '@remix-run/react';

import { formatCount, formatPercent } from '../../../universal/format';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { Progress } from '../../components/progress';
import type { FormAnswer } from '../../forms/form-answer';
import { textsOf } from '../../forms/form-text';
import { KeptDraft } from '../../forms/kept-draft';
import { EncodingChoice } from '../../intake/encoding-choice';
import { importMessages } from '../../locales/imports';
import { useLocale, useMessages } from '../../locale';
import { pageTitle } from '../../page-title';
import { redirect } from '../../redirect';
import { formatBytes } from '../imports.new/format-bytes';
import type { FormErrorLists } from './column-mapping-form';
import { ColumnsStep } from './columns-step';
import { DepartmentsStep } from './departments-step';
import { loadColumns, loadDepartments, loadReport } from './import-data.server';
import { isRunning, stepOf } from './import-step';
import { ImportSteps } from './import-steps';
import { importOverview } from './import.document';
import { ReportStep } from './report-step';
import { saveStep } from './save-step.server';
import classes from './import-page.module.css';

export const meta = pageTitle(importMessages, (t) => t.newTitle);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const importId = params['importId'] ?? '';
  const search = new URL(request.url).searchParams;
  const { feedbackImport: file } = await context.query(importOverview, { importId });
  const step = stepOf(file.status, search.get('step'));
  const running = isRunning(file.status);
  return {
    file,
    step,
    running,
    columns:
      !running && step === 'columns'
        ? await loadColumns(context, importId, search.get('mapping'))
        : null,
    departments:
      !running && step === 'departments'
        ? await loadDepartments(context, importId, file.fileName)
        : null,
    report:
      !running && (step === 'check' || step === 'store')
        ? await loadReport(context, importId)
        : null,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const importId = params['importId'] ?? '';
  const form = await request.formData();
  const error = await saveStep(context, importId, form);
  if (error) return { initialValue: textsOf(form), error };
  return redirect(`/imports/${importId}`);
}

export default function ImportPage() {
  const t = useMessages(importMessages);
  const locale = useLocale();
  const { file, step, running, columns, departments, report } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const answerTo = (intent: string) =>
    answer?.initialValue['intent'] === intent ? answer : undefined;
  const errors: FormErrorLists = answer?.error ?? {};
  const { importId, status, revision } = file;
  const { search } = useLocation();
  const mapping = new URLSearchParams(search).get('mapping');
  const facts = t.fileFacts({
    size: formatBytes(locale, file.fileBytes),
    encoding: file.encoding.toUpperCase(),
    columns: formatCount(locale, file.columns.length),
  });
  const isDone = status === 'DONE';
  const isTakenBack = status === 'TAKEN_BACK';
  return (
    <>
      <PageHeader
        title={file.fileName}
        description={facts}
        trail={[{ to: '/imports', label: t.title }]}
      />
      <ImportSteps
        current={step}
        links={
          running || isDone || isTakenBack
            ? {}
            : { columns: '?step=columns', departments: '?step=departments' }
        }
      />
      <div className={classes.stack}>
        <Refusal answer={answer} isFormShown={Boolean(columns ?? departments)} />
        {file.failure && (
          <Notice kind="bad" title={failureTitle(t, file.failure.step)}>
            <p>{file.failure.message}</p>
            <Link to="/imports/new">{t.newFile}</Link>
          </Notice>
        )}
        {running && <RunningImport file={file} />}
        {columns && (
          <EncodingChoice
            revision={revision}
            encoding={file.encoding}
            certainty={file.encodingCertainty}
            candidates={file.encodingCandidates}
            errors={errors['encoding'] ?? errors['file'] ?? answerTo('encoding')?.error['revision']}
          />
        )}
        {columns && file.encodingCertainty !== 'ASKED' && (
          <ColumnsStep
            key={`${importId} ${file.encoding} ${mapping ?? ''}`}
            columns={file.columns}
            revision={revision}
            answer={answerTo('columns')}
            address={`?${new URLSearchParams({ step: 'columns', ...(mapping && { mapping }) }).toString()}`}
            {...columns}
          />
        )}
        {departments && (
          <DepartmentsStep
            key={importId}
            revision={revision}
            answer={answerTo('departments')}
            address="?step=departments"
            {...departments}
          />
        )}
        {report && (
          <ReportStep
            importId={importId}
            revision={revision}
            fileName={file.fileName}
            status={status}
            counts={{
              read: file.rowsRead,
              stored: file.rowsStored,
              changed: file.rowsChanged,
              unchanged: file.rowsUnchanged,
              skipped: file.rowsSkipped,
              rejected: file.rowsRejected,
            }}
            {...report}
          />
        )}
      </div>
    </>
  );
}

/** What the server said to a step that is not shown just now, and to what no field is concerned with. */
function Refusal({
  answer,
  isFormShown,
}: {
  answer: (FormAnswer & { error: FormErrorLists }) | undefined;
  isFormShown: boolean;
}) {
  const { '': general = [], revision = [] } = answer?.error ?? {};
  const messages = isFormShown ? general : [...general, ...revision];
  return (
    <>
      <KeptDraft answer={answer} isFormShown={isFormShown} />
      {messages.map((message) => (
        <Notice key={message} kind="bad">
          {message}
        </Notice>
      ))}
    </>
  );
}

function failureTitle(t: (typeof importMessages)['en'], step: string): string {
  if (step === 'COMMITTING') return t.failedWhileStoring;
  return step === 'TAKING_BACK' ? t.failedTakingBack : t.failedTitle;
}

function RunningImport({
  file,
}: {
  file: ReturnType<typeof useLoaderData<typeof loader>>['file'];
}) {
  const t = useMessages(importMessages);
  const locale = useLocale();
  const labels: Readonly<Record<string, string>> = {
    PROFILING: t.profiling,
    CHECKING: t.checking,
    COMMITTING: t.committing,
    TAKING_BACK: t.takingBack,
  };
  const { secondsLeft, percent, rowsRead } = file;
  const left =
    secondsLeft === null
      ? {}
      : {
          timeLeft:
            secondsLeft < 90
              ? t.second({ count: secondsLeft })
              : t.minute({ count: Math.round(secondsLeft / 60) }),
        };
  const total =
    percent > 0 && rowsRead > 0 ? Math.max(Math.round((rowsRead * 100) / percent), rowsRead) : null;
  return (
    <Panel>
      <Progress
        label={labels[file.status] ?? ''}
        done={rowsRead}
        total={total}
        isRunning
        {...left}
      />
      <p className="quiet small">{t.percentDone({ percent: formatPercent(locale, percent, 0) })}</p>
    </Panel>
  );
}
