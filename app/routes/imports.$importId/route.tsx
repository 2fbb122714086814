import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';

import { formatCount, formatPercent } from '../../../universal/format';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { Progress } from '../../components/progress';
import { EncodingChoice } from '../../intake/encoding-choice';
import { importMessages } from '../../locales/imports';
import { useLocale, useMessages } from '../../locale';
import { pageTitle } from '../../page-title';
import { redirect } from '../../redirect';
import { formatBytes } from '../imports.new/format-bytes';
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
  const errors = await saveStep(context, importId, await request.formData());
  if (errors) return { errors };
  return redirect(`/imports/${importId}`);
}

export default function ImportPage() {
  const t = useMessages(importMessages);
  const locale = useLocale();
  const { file, step, running, columns, departments, report } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? {};
  const { importId, status } = file;
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
        {file.failure && (
          <Notice kind="bad" title={failureTitle(t, file.failure.step)}>
            <p>{file.failure.message}</p>
            <Link to="/imports/new">{t.newFile}</Link>
          </Notice>
        )}
        {running && <RunningImport file={file} />}
        {columns && (
          <EncodingChoice
            encoding={file.encoding}
            certainty={file.encodingCertainty}
            candidates={file.encodingCandidates}
            errors={errors['encoding'] ?? errors['file']}
          />
        )}
        {columns && file.encodingCertainty !== 'ASKED' && (
          <ColumnsStep
            key={`${file.encoding} ${columns.filledFrom ?? 'guess'}`}
            columns={file.columns}
            errors={errors}
            {...columns}
          />
        )}
        {departments && <DepartmentsStep errors={errors} {...departments} />}
        {errors['']?.map((message) => (
          <Notice key={message} kind="bad">
            {message}
          </Notice>
        ))}
        {report && (
          <ReportStep
            importId={importId}
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
