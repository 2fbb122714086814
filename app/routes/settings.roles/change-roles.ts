import type { SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import type { AppLoadContext } from '@remix-run/node';

import { formErrorMap } from '../../../universal/form-error-map';
import { roleGrantForm } from '../../../universal/role-grant-form';
import { formText } from '../../forms/form-text';
import { replyWithError } from '../../forms/reply';
import { grantRole, revokeRole } from './roles.document';

const roleInSchema = {
  executive: 'EXECUTIVE',
  department_head: 'DEPARTMENT_HEAD',
  hr: 'HR',
  analyst: 'ANALYST',
  case_owner: 'CASE_OWNER',
  administrator: 'ADMINISTRATOR',
} as const;

/** Grants a role; gives what the form must say when it does not. */
export async function grantAction(
  form: FormData,
  context: AppLoadContext,
): Promise<SubmissionResult | undefined> {
  const submission = parseWithZod(form, {
    schema: roleGrantForm,
    error: formErrorMap(context.locale),
  });
  if (submission.status !== 'success') return submission.reply();
  const { role, departmentId = null, userAccountId } = submission.value;
  const outcome = await context.mutate(grantRole, {
    input: { userAccountId, role: roleInSchema[role], departmentId },
  });
  return outcome.ok ? undefined : replyWithError(submission, outcome.error);
}

/** Revokes a role; gives the reason when it does not. */
export async function revokeAction(
  form: FormData,
  context: AppLoadContext,
): Promise<string | undefined> {
  const outcome = await context.mutate(revokeRole, {
    input: { roleGrantId: formText(form, 'roleGrantId') },
  });
  return outcome.ok ? undefined : outcome.error.message;
}
