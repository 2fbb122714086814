import { getFormProps, useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { Button } from '@mantine/core';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';

import { formErrorMap } from '../../../universal/form-error-map';
import { departmentForm } from '../../../universal/organisation/forms';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { departmentChoices } from '../../departments/department-choices';
import { DepartmentFields } from '../../departments/department-fields';
import { createDepartment } from '../../departments/departments.document';
import { EditorForm } from '../../forms/editor-form';
import { FormErrors } from '../../forms/form-errors';
import { replyWithError } from '../../forms/reply';
import { SubmitButton } from '../../forms/submit-button';
import { useLocale, useMessages } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import { shellMessages } from '../../locales/shell';
import { pageTitle } from '../../page-title';
import { departmentTree } from '../../people/people.document';
import classes from '../../people/person-form.module.css';
import { requireRole } from '../../people/require-role';
import { redirect } from '../../redirect';

export const meta = pageTitle(organisationMessages, (t) => t.newDepartment);

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireRole(context, ['administrator', 'analyst']);
  const { departments } = await context.query(departmentTree);
  return {
    departments,
    parent: new URL(request.url).searchParams.get('parent') ?? departments[0]?.departmentId,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const submission = parseWithZod(form, {
    schema: departmentForm,
    error: formErrorMap(context.locale),
  });
  if (submission.status !== 'success') return submission.reply();
  const { code, nameEn, nameZh, parentDepartmentId = null } = submission.value;
  const outcome = await context.mutate(createDepartment, {
    input: { code, nameEn, nameZh, parentDepartmentId },
  });
  if (!outcome.ok) return replyWithError(submission, outcome.error);
  throw redirect('/departments');
}

export default function NewDepartment() {
  const t = useMessages(organisationMessages);
  const words = useMessages(shellMessages);
  const locale = useLocale();
  const { departments, parent } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm({
    id: 'department',
    lastResult,
    defaultValue: { parentDepartmentId: parent ?? '' },
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) =>
      parseWithZod(formData, { schema: departmentForm, error: formErrorMap(locale) }),
  });
  return (
    <>
      <PageHeader title={t.newDepartment} trail={[{ to: '/departments', label: t.departments }]} />
      <Panel>
        <EditorForm {...getFormProps(form)} answer={lastResult} className={classes.form}>
          <FormErrors errors={form.allErrors} formId={form.id} />
          <DepartmentFields
            fields={fields}
            parents={departmentChoices(departments)}
            asksForHead={false}
          />
          <div className={classes.buttons}>
            <SubmitButton>{t.addDepartmentVerb}</SubmitButton>
            <Button component={Link} to="/departments" variant="default">
              {words.cancel}
            </Button>
          </div>
        </EditorForm>
      </Panel>
    </>
  );
}
