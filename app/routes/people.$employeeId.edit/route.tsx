import { getFormProps, useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { Button } from '@mantine/core';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';

import { formErrorMap } from '../../../universal/form-error-map';
import { personForm } from '../../../universal/organisation/forms';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { FormErrors } from '../../forms/form-errors';
import { replyWithError } from '../../forms/reply';
import { SubmitButton } from '../../forms/submit-button';
import { useLocale, useMessages } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import { shellMessages } from '../../locales/shell';
import { pageTitle } from '../../page-title';
import { IdentityFields } from '../../people/person-fields';
import classes from '../../people/person-form.module.css';
import { requireRole } from '../../people/require-role';
import { personToChange, updatePerson } from '../../people/save-person.document';

export const meta = pageTitle(organisationMessages, (t) => t.edit);

export async function loader({ params, context }: LoaderFunctionArgs) {
  requireRole(context, ['hr', 'administrator']);
  const { employee } = await context.query(personToChange, {
    employeeId: params['employeeId'] ?? '',
  });
  return { person: employee };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const submission = parseWithZod(form, {
    schema: personForm,
    error: formErrorMap(context.locale),
  });
  if (submission.status !== 'success') return submission.reply();
  const { locale, email = null, ...person } = submission.value;
  const employeeId = params['employeeId'] ?? '';
  const outcome = await context.mutate(updatePerson, {
    input: { ...person, email, employeeId, locale: locale === 'zh' ? 'ZH' : 'EN' },
  });
  if (!outcome.ok) return replyWithError(submission, outcome.error);
  throw redirect(`/people/${employeeId}`);
}

export default function EditPerson() {
  const t = useMessages(organisationMessages);
  const words = useMessages(shellMessages);
  const locale = useLocale();
  const { person } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm({
    id: 'person',
    lastResult,
    defaultValue: {
      employeeNumber: person.employeeNumber,
      fullName: person.fullName,
      email: person.email ?? '',
      locale: person.locale === 'ZH' ? 'zh' : 'en',
    },
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) =>
      parseWithZod(formData, { schema: personForm, error: formErrorMap(locale) }),
  });
  const page = `/people/${person.employeeId}`;
  return (
    <>
      <PageHeader
        title={t.editPerson({ name: person.fullName })}
        trail={[
          { to: '/people', label: t.people },
          { to: page, label: person.fullName },
        ]}
      />
      <Panel>
        <Form method="post" {...getFormProps(form)} className={classes.form}>
          <FormErrors errors={form.allErrors} formId={form.id} />
          <IdentityFields fields={fields} />
          <div className={classes.buttons}>
            <SubmitButton>{t.save}</SubmitButton>
            <Button component={Link} to={page} variant="default">
              {words.cancel}
            </Button>
          </div>
        </Form>
      </Panel>
    </>
  );
}
