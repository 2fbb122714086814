import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { TextField } from '../../forms/field';
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
import classes from '../touchpoints.$touchpointId/touchpoint.module.css';
import { journeyForm, saveJourney } from './journey.document';

export const meta = pageTitle(feedbackMessages, (t) => t.journey);

/** `new` in the address: a journey that is not there yet; it begins with three stages. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { journeys } = await context.query(journeyForm);
  const journey = journeys.find(({ journeyId }) => journeyId === params['journeyId']) ?? null;
  const mayEdit = context.viewer?.roles.includes('analyst') ?? false;
  if (!mayEdit || (params['journeyId'] !== 'new' && !journey))
    throw new Response(null, { status: 404 });
  return { journey };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const journeyId = params['journeyId'] === 'new' ? null : (params['journeyId'] ?? null);
  const outcome = await context.mutate(saveJourney, {
    input: {
      journeyId,
      nameEn: text('nameEn'),
      nameZh: text('nameZh'),
      revision: text('revision'),
    },
  });
  if (outcome.ok) return redirect('/touchpoints');
  return { initialValue: textsOf(form), error: errorsByField(outcome.error) };
}

function EditJourney() {
  const t = useMessages(feedbackMessages);
  const { journey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors: Record<string, string[]> = answer?.error ?? {};
  const sent: Record<string, string> | undefined = answer?.initialValue;
  const field = (name: string, value: string | undefined) => ({
    id: `journey-${name}`,
    name,
    defaultValue: sent?.[name] ?? value ?? '',
    errors: errors[name],
  });
  return (
    <>
      <PageHeader
        title={journey ? t.editJourney : t.newJourney}
        trail={[
          { to: '/feedback', label: t.title },
          { to: '/touchpoints', label: t.touchpoints },
        ]}
      />
      <Panel>
        <EditorForm
          id="journey"
          stored={
            journey && {
              revision: journey.revision,
              fields: journey,
              words: { nameEn: t.nameEn, nameZh: t.nameZh },
            }
          }
          answer={answer}
          className={classes.form}
        >
          <FormErrors errors={errors} formId="journey" />
          <TextField
            field={field('nameEn', journey?.nameEn)}
            label={t.nameEn}
            required
            maxLength={120}
          />
          <TextField
            field={field('nameZh', journey?.nameZh)}
            label={t.nameZh}
            required
            maxLength={120}
            lang="zh-CN"
          />
          <div>
            <SubmitButton>{t.save}</SubmitButton>
          </div>
        </EditorForm>
      </Panel>
    </>
  );
}

export default perPath(EditJourney);
