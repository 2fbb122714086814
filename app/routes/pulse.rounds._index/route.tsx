import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { formErrorMap } from '../../../universal/form-error-map';
import { planRoundForm, programmeForm } from '../../../universal/pulse/plan-forms';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { EditorForm } from '../../forms/editor-form';
import { SelectField, TextField } from '../../forms/field';
import { FormErrors } from '../../forms/form-errors';
import { replyWithError } from '../../forms/reply';
import { SubmitButton } from '../../forms/submit-button';
import { useLocale, useMessages, useToday } from '../../locale';
import { pulseMessages } from '../../locales/pulse';
import { pageTitle } from '../../page-title';
import classes from '../../pulse/pulse.module.css';
import { type RoundRow, RoundsTable } from '../../pulse/rounds-table';
import { SmallGroupPlanNotice } from '../../pulse/small-group-notice';
import { redirect } from '../../redirect';
import {
  CloseRoundDocument,
  CreateProgrammeDocument,
  CreateRoundDocument,
  OpenRoundDocument,
  PulsePlanDocument,
} from './plan.document';
import { StartProgramme } from './start-programme';

export const meta = pageTitle(pulseMessages, (t) => t.planTitle);

const done = ['started', 'planned', 'opened', 'closed'] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pulseProgrammes, pulseRounds } = await context.query(PulsePlanDocument);
  const wanted = new URL(request.url).searchParams.get('done');
  return {
    programmes: pulseProgrammes,
    rounds: pulseRounds,
    done: done.find((name) => name === wanted) ?? null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const roundId = form.get('roundId');
  if (typeof roundId === 'string') {
    const isOpening = form.get('do') === 'open';
    const outcome = isOpening
      ? await context.mutate(OpenRoundDocument, { input: { roundId } })
      : await context.mutate(CloseRoundDocument, { input: { roundId } });
    if (!outcome.ok) return { refused: outcome.error.message, result: null, programme: null };
    throw redirect(`/pulse/rounds?done=${isOpening ? 'opened' : 'closed'}`);
  }
  if (form.get('do') === 'programme') return startProgramme(form, context);
  const submission = parseWithZod(form, {
    schema: planRoundForm,
    error: formErrorMap(context.locale),
  });
  if (submission.status !== 'success')
    return { refused: null, result: submission.reply(), programme: null };
  const outcome = await context.mutate(CreateRoundDocument, { input: submission.value });
  if (!outcome.ok)
    return {
      refused: null,
      result: replyWithError(submission, outcome.error),
      programme: null,
    };
  throw redirect('/pulse/rounds?done=planned');
}

async function startProgramme(form: FormData, context: AppLoadContext) {
  const submission = parseWithZod(form, {
    schema: programmeForm,
    error: formErrorMap(context.locale),
  });
  const refusal = (programme: SubmissionResult) => ({ refused: null, result: null, programme });
  if (submission.status !== 'success') return refusal(submission.reply());
  const outcome = await context.mutate(CreateProgrammeDocument, { input: submission.value });
  if (!outcome.ok) return refusal(replyWithError(submission, outcome.error));
  throw redirect('/pulse/rounds?done=started');
}

export default function PlanPulseRounds() {
  const t = useMessages(pulseMessages);
  const { programmes, rounds, done: finished } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer?.refused;
  const said = {
    started: t.startedDone,
    planned: t.plannedDone,
    opened: t.openedDone,
    closed: t.closedDone,
  };
  return (
    <>
      <PageHeader
        title={t.planTitle}
        description={t.planDescription}
        trail={[{ to: '/pulse', label: t.title }]}
      />
      <div className={classes.stack}>
        {refused && <Notice kind="bad">{refused}</Notice>}
        {finished && !refused && <Notice kind="good">{said[finished]}</Notice>}
        <Panel flush title={t.rounds}>
          <RoundsTable rounds={rounds} actions={RoundActions} />
        </Panel>
        {programmes.map((programme) => (
          <Panel key={programme.programmeId} title={programme.name}>
            <p>
              {t.promise}:{' '}
              {t.promiseText({
                group: programme.minimumGroup,
                commentGroup: programme.minimumCommentGroup,
              })}
            </p>
            <SmallGroupPlanNotice minimumGroup={programme.minimumGroup} />
            <p className="quiet small">{programme.isLocked ? t.promiseLocked : t.promiseOpen}</p>
          </Panel>
        ))}
        {programmes.length === 0 ? (
          <StartProgramme lastResult={answer?.programme ?? null} />
        ) : (
          <PlanRound programmes={programmes} />
        )}
      </div>
    </>
  );
}

function RoundActions({ round }: { round: RoundRow }) {
  const t = useMessages(pulseMessages);
  const name = t.roundOf({ name: round.name, number: round.number });
  if (!round.canManage || round.status === 'CLOSED') return null;
  return round.status === 'PLANNED' ? (
    <ConfirmDialog
      verb={t.openButton}
      label={`${t.openButton}: ${name}`}
      fields={{ do: 'open', roundId: round.roundId }}
      isDangerous={false}
    >
      {t.openConfirm({ name })}
    </ConfirmDialog>
  ) : (
    <ConfirmDialog
      verb={t.closeButton}
      label={`${t.closeButton}: ${name}`}
      fields={{ do: 'close', roundId: round.roundId }}
    >
      {t.closeConfirm({ name })}
    </ConfirmDialog>
  );
}

function PlanRound({
  programmes,
}: {
  programmes: readonly { programmeId: string; name: string }[];
}) {
  const t = useMessages(pulseMessages);
  const locale = useLocale();
  const today = useToday();
  const lastResult = useActionData<typeof action>()?.result;
  const [form, fields] = useForm({
    id: 'round',
    lastResult: lastResult ?? null,
    defaultValue: { programmeId: programmes[0]?.programmeId ?? '', opensOn: today },
    onValidate: ({ formData }) =>
      parseWithZod(formData, { schema: planRoundForm, error: formErrorMap(locale) }),
  });
  return (
    <Panel title={t.planRound}>
      <EditorForm {...getFormProps(form)} answer={lastResult} className={classes.form}>
        <FormErrors errors={form.allErrors} formId={form.id} />
        <SelectField
          field={fields.programmeId}
          label={t.programme}
          choices={programmes.map(({ programmeId, name }) => ({ value: programmeId, label: name }))}
        />
        <TextField field={fields.opensOn} label={t.opensOn} help={t.opensHelp} type="date" />
        <TextField field={fields.closesOn} label={t.closesOn} help={t.closesHelp} type="date" />
        <div>
          <SubmitButton>{t.planButton}</SubmitButton>
        </div>
      </EditorForm>
    </Panel>
  );
}
