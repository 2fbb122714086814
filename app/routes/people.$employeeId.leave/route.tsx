import { getFormProps, useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { Button } from '@mantine/core';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';

import { formErrorMap } from '../../../universal/form-error-map';
import { departureForm } from '../../../universal/organisation/forms';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { TextField } from '../../forms/field';
import { FormErrors } from '../../forms/form-errors';
import { replyWithError } from '../../forms/reply';
import { SubmitButton } from '../../forms/submit-button';
import { useLocale, useMessages } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import { shellMessages } from '../../locales/shell';
import { pageTitle } from '../../page-title';
import classes from '../../people/person-form.module.css';
import { requireRole } from '../../people/require-role';
import { endPersonsEmployment, personToChange } from '../../people/save-person.document';

export const meta = pageTitle(organisationMessages, (t) => t.endEmployment);

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
    schema: departureForm,
    error: formErrorMap(context.locale),
  });
  if (submission.status !== 'success') return submission.reply();
  const employeeId = params['employeeId'] ?? '';
  const outcome = await context.mutate(endPersonsEmployment, {
    input: { ...submission.value, employeeId },
  });
  if (!outcome.ok) return replyWithError(submission, outcome.error);
  throw redirect(`/people/${employeeId}`);
}

export default function EndEmployment() {
  const t = useMessages(organisationMessages);
  const words = useMessages(shellMessages);
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
  const page = `/people/${person.employeeId}`;
  return (
    <>
      <PageHeader
        title={t.leavePerson({ name: person.fullName })}
        description={t.leaveText}
        trail={[
          { to: '/people', label: t.people },
          { to: page, label: person.fullName },
        ]}
      />
      <Panel>
        <Form method="post" {...getFormProps(form)} className={classes.form}>
          <FormErrors errors={form.allErrors} formId={form.id} />
          <TextField field={fields.leftOn} label={t.leaveOn} type="date" />
          <div className={classes.buttons}>
            <SubmitButton color="red">{t.leaveVerb}</SubmitButton>
            <Button component={Link} to={page} variant="default">
              {words.cancel}
            </Button>
          </div>
        </Form>
      </Panel>
    </>
  );
}
