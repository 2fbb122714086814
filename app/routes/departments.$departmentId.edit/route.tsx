import { getFormProps, useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { Button } from '@mantine/core';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';

import { formErrorMap } from '../../../universal/form-error-map';
import { departmentForm } from '../../../universal/organisation/forms';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { departmentChoices } from '../../departments/department-choices';
import { DepartmentFields, departmentWords } from '../../departments/department-fields';
import { departmentToChange } from '../../departments/departments.document';
import { EditorForm } from '../../forms/editor-form';
import { FormErrors } from '../../forms/form-errors';
import { SubmitButton } from '../../forms/submit-button';
import { perPath } from '../../forms/per-path';
import { useLocale, useMessages } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import { shellMessages } from '../../locales/shell';
import { pageTitle } from '../../page-title';
import { personWords } from '../../people/find-person';
import classes from '../../people/person-form.module.css';
import { requireRole } from '../../people/require-role';
import { personsNumber } from '../../people/save-person.document';
import { changeDepartment } from './change-department';

export const meta = pageTitle(organisationMessages, (t) => t.edit);
export const action = changeDepartment;

export async function loader({ params, context }: LoaderFunctionArgs) {
  requireRole(context, ['administrator']);
  const { department, departments } = await context.query(departmentToChange, {
    departmentId: params['departmentId'] ?? '',
  });
  const head = department.headEmployeeId
    ? await context.query(personsNumber, { employeeId: department.headEmployeeId })
    : undefined;
  return {
    department,
    parents: departments.filter(({ departmentId }) => departmentId !== department.departmentId),
    head: head ? personWords(head.employee) : '',
  };
}

function EditDepartment() {
  const t = useMessages(organisationMessages);
  const words = useMessages(shellMessages);
  const locale = useLocale();
  const { department, parents, head } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const choices = departmentChoices(parents);
  const stored = {
    code: department.code,
    nameEn: department.nameEn,
    nameZh: department.nameZh,
    parentDepartmentId: department.parent?.departmentId ?? '',
    head,
  };
  const [form, fields] = useForm({
    id: 'department',
    lastResult: outcome?.result,
    defaultValue: stored,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) =>
      parseWithZod(formData, { schema: departmentForm, error: formErrorMap(locale) }),
  });
  return (
    <>
      <PageHeader
        title={t.editDepartment({ name: department.name })}
        trail={[{ to: '/departments', label: t.departments }]}
        actions={
          department.isArchived ? (
            <ConfirmDialog
              verb={t.restoreDepartment({ name: department.name })}
              fields={{ intent: 'restore' }}
              isDangerous={false}
              size="sm"
            >
              {t.restoreText}
            </ConfirmDialog>
          ) : (
            <ConfirmDialog
              verb={t.archiveDepartment({ name: department.name })}
              fields={{ intent: 'archive' }}
              size="sm"
            >
              {t.archiveText}
            </ConfirmDialog>
          )
        }
      />
      {outcome?.refused && <Notice kind="bad">{outcome.refused}</Notice>}
      {department.isArchived && <Notice>{t.isArchived}</Notice>}
      <Panel>
        <EditorForm
          {...getFormProps(form)}
          stored={{
            revision: department.revision,
            fields: stored,
            words: departmentWords(t, choices),
          }}
          answer={outcome?.result}
          className={classes.form}
        >
          <FormErrors errors={form.allErrors} formId={form.id} />
          <DepartmentFields fields={fields} parents={choices} from={fields.from} asksForHead />
          <div className={classes.buttons}>
            <SubmitButton>{t.save}</SubmitButton>
            <Button component={Link} to="/departments" variant="default">
              {words.cancel}
            </Button>
          </div>
        </EditorForm>
      </Panel>
    </>
  );
}

export default perPath(EditDepartment);
