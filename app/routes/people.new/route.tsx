import { getFormProps, useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { Button } from '@mantine/core';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';

import { formErrorMap } from '../../../universal/form-error-map';
import { newPersonForm } from '../../../universal/organisation/forms';
import { messagesOf } from '../../../universal/text';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { departmentChoices } from '../../departments/department-choices';
import { TextField } from '../../forms/field';
import { EditorForm } from '../../forms/editor-form';
import { FormErrors } from '../../forms/form-errors';
import { replyWithError } from '../../forms/reply';
import { SubmitButton } from '../../forms/submit-button';
import { useLocale, useMessages } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import { shellMessages } from '../../locales/shell';
import { pageTitle } from '../../page-title';
import { findPerson } from '../../people/find-person';
import { departmentTree } from '../../people/people.document';
import { RehireField } from '../../people/rehire-field';
import { IdentityFields, PlaceFields } from '../../people/person-fields';
import classes from '../../people/person-form.module.css';
import { requireRole } from '../../people/require-role';
import { createPerson } from '../../people/save-person.document';
import { redirect } from '../../redirect';

export const meta = pageTitle(organisationMessages, (t) => t.newPerson);

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireRole(context, ['hr', 'administrator']);
  const { departments } = await context.query(departmentTree);
  return {
    departments,
    departmentId: new URL(request.url).searchParams.get('department') ?? '',
    today: context.today,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const submission = parseWithZod(form, {
    schema: newPersonForm,
    error: formErrorMap(context.locale),
  });
  if (submission.status !== 'success') return submission.reply();
  const { manager, locale, email = null, positionTitle = '', ...person } = submission.value;
  const managerEmployeeId = await findPerson(context, manager);
  if (managerEmployeeId === undefined) {
    return submission.reply({
      fieldErrors: { manager: [messagesOf(organisationMessages, context.locale).managerUnknown] },
    });
  }
  const outcome = await context.mutate(createPerson, {
    input: {
      ...person,
      email,
      positionTitle,
      managerEmployeeId,
      locale: locale === 'zh' ? 'ZH' : 'EN',
    },
  });
  if (!outcome.ok) return replyWithError(submission, outcome.error);
  throw redirect(`/people/${outcome.data.employeeId}`);
}

export default function NewPerson() {
  const t = useMessages(organisationMessages);
  const words = useMessages(shellMessages);
  const locale = useLocale();
  const { departments, departmentId, today } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm({
    id: 'person',
    lastResult,
    defaultValue: { locale, departmentId, hiredOn: today },
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) =>
      parseWithZod(formData, { schema: newPersonForm, error: formErrorMap(locale) }),
  });
  return (
    <>
      <PageHeader
        title={t.newPerson}
        description={t.newPersonText}
        trail={[{ to: '/people', label: t.people }]}
      />
      <Panel>
        <EditorForm {...getFormProps(form)} answer={lastResult} className={classes.form}>
          <FormErrors errors={form.allErrors} formId={form.id} />
          <IdentityFields fields={fields} />
          <TextField field={fields.hiredOn} label={t.hiredOn} type="date" />
          <RehireField field={fields.rehire} />
          <PlaceFields fields={fields} departments={departmentChoices(departments)} />
          <div className={classes.buttons}>
            <SubmitButton>{t.addPersonVerb}</SubmitButton>
            <Button component={Link} to="/people" variant="default">
              {words.cancel}
            </Button>
          </div>
        </EditorForm>
      </Panel>
    </>
  );
}
