import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs } from '@remix-run/node';

import { formErrorMap } from '../../../universal/form-error-map';
import { departmentForm } from '../../../universal/organisation/forms';
import { messagesOf } from '../../../universal/text';
import {
  archiveDepartment,
  departmentToChange,
  moveDepartment,
  restoreDepartment,
  updateDepartment,
} from '../../departments/departments.document';
import { replyWithError } from '../../forms/reply';
import { organisationMessages } from '../../locales/organisation';
import { findPerson } from '../../people/find-person';
import { redirect } from '../../redirect';

/** Saves what the form says, or archives and restores by the buttons below it. */
export async function changeDepartment({ request, params, context }: ActionFunctionArgs) {
  const departmentId = params['departmentId'] ?? '';
  const form = await request.formData();
  const submission = parseWithZod(form, {
    schema: departmentForm,
    error: formErrorMap(context.locale),
  });
  const intent = form.get('intent');
  if (intent === 'archive' || intent === 'restore') {
    const input = { departmentId };
    const outcome =
      intent === 'archive'
        ? await context.mutate(archiveDepartment, { input })
        : await context.mutate(restoreDepartment, { input });
    if (!outcome.ok) return { refused: outcome.error.message };
    throw redirect('/departments');
  }
  if (submission.status !== 'success') return { result: submission.reply() };
  const {
    head,
    parentDepartmentId = null,
    from,
    revision: opened = '',
    ...names
  } = submission.value;
  let revision = opened;
  const headEmployeeId = await findPerson(context, head);
  if (headEmployeeId === undefined) {
    const { managerUnknown } = messagesOf(organisationMessages, context.locale);
    return { result: submission.reply({ fieldErrors: { head: [managerUnknown] } }) };
  }
  const { department } = await context.query(departmentToChange, { departmentId });
  if ((department.parent?.departmentId ?? null) !== parentDepartmentId) {
    const moved = await context.mutate(moveDepartment, {
      input: { departmentId, parentDepartmentId, revision, ...(from ? { from } : {}) },
    });
    if (!moved.ok) return { result: replyWithError(submission, moved.error) };
    revision = moved.data.revision;
  }
  const updated = await context.mutate(updateDepartment, {
    input: { departmentId, ...names, headEmployeeId, revision },
  });
  if (!updated.ok) return { result: replyWithError(submission, updated.error, revision) };
  throw redirect('/departments');
}
