import { useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { formErrorMap } from '../../../universal/form-error-map';
import { personForm } from '../../../universal/organisation/forms';
import { replyWithError } from '../../forms/reply';
import { SubmitButton } from '../../forms/submit-button';
import { perPath } from '../../forms/per-path';
import { useLocale, useMessages } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import { pageTitle } from '../../page-title';
import { IdentityFields, identityWords } from '../../people/person-fields';
import { updatePerson } from '../../people/save-person.document';
import { loadPersonToChange, PersonFormPage } from '../../people/person-form-page';
import { redirect } from '../../redirect';

export const meta = pageTitle(organisationMessages, (t) => t.edit);

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { employee } = await loadPersonToChange({ params, context });
  return { person: employee };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const submission = parseWithZod(form, {
    schema: personForm,
    error: formErrorMap(context.locale),
  });
  if (submission.status !== 'success') return submission.reply();
  const { locale, email = null, revision = '', ...person } = submission.value;
  const employeeId = params['employeeId'] ?? '';
  const outcome = await context.mutate(updatePerson, {
    input: { ...person, email, employeeId, revision, locale: locale === 'zh' ? 'ZH' : 'EN' },
  });
  if (!outcome.ok) return replyWithError(submission, outcome.error);
  throw redirect(`/people/${employeeId}`);
}

function EditPerson() {
  const t = useMessages(organisationMessages);
  const locale = useLocale();
  const { person } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const stored = {
    employeeNumber: person.employeeNumber,
    fullName: person.fullName,
    email: person.email ?? '',
    locale: person.locale === 'ZH' ? 'zh' : 'en',
  };
  const [form, fields] = useForm({
    id: 'person',
    lastResult,
    defaultValue: stored,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) =>
      parseWithZod(formData, { schema: personForm, error: formErrorMap(locale) }),
  });
  return (
    <PersonFormPage
      person={person}
      title={t.editPerson({ name: person.fullName })}
      form={form}
      stored={{ revision: person.revision, fields: stored, words: identityWords(t) }}
      answer={lastResult}
      verb={<SubmitButton>{t.save}</SubmitButton>}
    >
      <IdentityFields fields={fields} />
    </PersonFormPage>
  );
}

export default perPath(EditPerson);
