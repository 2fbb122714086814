import { useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { formErrorMap } from '../../../universal/form-error-map';
import { departureForm } from '../../../universal/organisation/forms';
import { TextField } from '../../forms/field';
import { replyWithError } from '../../forms/reply';
import { SubmitButton } from '../../forms/submit-button';
import { perPath } from '../../forms/per-path';
import { useLocale, useMessages } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import { pageTitle } from '../../page-title';
import { endPersonsEmployment } from '../../people/save-person.document';
import { loadPersonToChange, PersonFormPage } from '../../people/person-form-page';
import { redirect } from '../../redirect';

export const meta = pageTitle(organisationMessages, (t) => t.endEmployment);

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { employee } = await loadPersonToChange({ params, context });
  return { person: employee };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const submission = parseWithZod(form, {
    schema: departureForm,
    error: formErrorMap(context.locale),
  });
  if (submission.status !== 'success') return submission.reply();
  const { leftOn, revision = '' } = submission.value;
  const employeeId = params['employeeId'] ?? '';
  const outcome = await context.mutate(endPersonsEmployment, {
    input: { employeeId, leftOn, revision },
  });
  if (!outcome.ok) return replyWithError(submission, outcome.error);
  throw redirect(`/people/${employeeId}`);
}

function EndEmployment() {
  const t = useMessages(organisationMessages);
  const locale = useLocale();
  const { person } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm({
    id: 'departure',
    lastResult,
    defaultValue: { leftOn: person.leftOn ?? '' },
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) =>
      parseWithZod(formData, { schema: departureForm, error: formErrorMap(locale) }),
  });
  return (
    <PersonFormPage
      person={person}
      title={t.leavePerson({ name: person.fullName })}
      description={t.leaveText}
      form={form}
      stored={{
        revision: person.placeRevision ?? '',
        fields: { leftOn: person.leftOn ?? '' },
        words: { leftOn: t.leaveOn },
      }}
      answer={lastResult}
      verb={<SubmitButton color="red">{t.leaveVerb}</SubmitButton>}
    >
      <TextField field={fields.leftOn} label={t.leaveOn} type="date" />
    </PersonFormPage>
  );
}

export default perPath(EndEmployment);
