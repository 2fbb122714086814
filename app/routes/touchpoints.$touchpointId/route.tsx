import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { SelectField, TextField } from '../../forms/field';
import { EditorForm } from '../../forms/editor-form';
import { FormErrors } from '../../forms/form-errors';
import { textsOf } from '../../forms/form-text';
import { errorsByField } from '../../forms/reply';
import { SubmitButton } from '../../forms/submit-button';
import { perPath } from '../../forms/per-path';
import { feedbackMessages } from '../../locales/feedback';
import { useMessages } from '../../locale';
import { pageTitle } from '../../page-title';
import { redirect } from '../../redirect';
import { archiveTouchpoint, saveTouchpoint, touchpointForm } from './touchpoint.document';
import classes from './touchpoint.module.css';

export const meta = pageTitle(feedbackMessages, (t) => t.touchpoint);

/** `new` in the address: a touchpoint that is not there yet. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { journeys, departments, touchpoints } = await context.query(touchpointForm);
  const touchpoint =
    touchpoints.find(({ touchpointId }) => touchpointId === params['touchpointId']) ?? null;
  const mayEdit = context.viewer?.roles.includes('analyst') ?? false;
  if (!mayEdit || (params['touchpointId'] !== 'new' && !touchpoint))
    throw new Response(null, { status: 404 });
  return { journeys, departments, touchpoint };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const touchpointId = params['touchpointId'] === 'new' ? null : (params['touchpointId'] ?? null);
  const archived = form.get('isArchived');
  const outcome =
    archived !== null && touchpointId !== null
      ? await context.mutate(archiveTouchpoint, {
          input: { touchpointId, isArchived: archived === 'true' },
        })
      : await context.mutate(saveTouchpoint, {
          input: {
            touchpointId,
            stageId: text('stageId') || null,
            code: text('code'),
            nameEn: text('nameEn'),
            nameZh: text('nameZh'),
            ownerDepartmentId: text('ownerDepartmentId'),
            revision: text('revision'),
          },
        });
  if (outcome.ok) return redirect('/touchpoints');
  return { initialValue: textsOf(form), error: errorsByField(outcome.error) };
}

function EditTouchpoint() {
  const t = useMessages(feedbackMessages);
  const { journeys, departments, touchpoint } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors: Record<string, string[]> = answer?.error ?? {};
  const sent: Record<string, string> | undefined = answer?.initialValue;
  const field = (name: string, value: string | null | undefined) => ({
    id: `touchpoint-${name}`,
    name,
    defaultValue: sent?.[name] ?? value ?? '',
    errors: errors[name],
  });
  const owners = departments.map(({ departmentId, name, level }) => ({
    value: departmentId,
    label: `${'\u2003'.repeat(level)}${name}`,
  }));
  const stages = journeys.flatMap(({ name, stages: own }) =>
    own.map((stage) => ({ value: stage.stageId, label: `${name} › ${stage.name}` })),
  );
  return (
    <>
      <PageHeader
        title={touchpoint ? t.editTouchpoint : t.newTouchpoint}
        trail={[
          { to: '/feedback', label: t.title },
          { to: '/touchpoints', label: t.touchpoints },
        ]}
      />
      <Panel>
        <EditorForm
          id="touchpoint"
          stored={
            touchpoint && {
              revision: touchpoint.revision,
              fields: touchpoint,
              words: {
                nameEn: t.nameEn,
                nameZh: t.nameZh,
                code: t.code,
                ownerDepartmentId: { label: t.owner, choices: owners },
                stageId: { label: t.stage, choices: [{ value: '', label: t.noStage }, ...stages] },
              },
            }
          }
          answer={answer}
          className={classes.form}
        >
          <FormErrors errors={errors} formId="touchpoint" />
          <TextField
            field={field('nameEn', touchpoint?.nameEn)}
            label={t.nameEn}
            required
            maxLength={120}
          />
          <TextField
            field={field('nameZh', touchpoint?.nameZh)}
            label={t.nameZh}
            required
            maxLength={120}
            lang="zh-CN"
          />
          <TextField
            field={field('code', touchpoint?.code)}
            label={t.code}
            help={t.codeHelp}
            required
            maxLength={40}
          />
          <SelectField
            field={field('ownerDepartmentId', touchpoint?.ownerDepartmentId)}
            label={t.owner}
            help={t.ownerHelp}
            choices={owners}
          />
          <SelectField
            field={field('stageId', touchpoint?.stageId)}
            label={t.stage}
            choices={stages}
            emptyChoice={t.noStage}
          />
          <div>
            <SubmitButton>{t.save}</SubmitButton>
          </div>
        </EditorForm>
      </Panel>
      {touchpoint && (
        <Form method="post">
          <SubmitButton
            variant="default"
            name="isArchived"
            value={touchpoint.isArchived ? 'false' : 'true'}
          >
            {touchpoint.isArchived ? t.restore : t.archive}
          </SubmitButton>
        </Form>
      )}
    </>
  );
}

export default perPath(EditTouchpoint);
