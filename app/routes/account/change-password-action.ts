import type { SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import type { AppLoadContext } from '@remix-run/node';

import { formErrorMap } from '../../../universal/form-error-map';
import { changePasswordForm } from '../../../universal/password-form';
import { replyWithError } from '../../forms/reply';
import { changePassword } from './account.document';

/** Changes the password; gives what the form must say when it does not. Passwords are never sent back. */
export async function changePasswordAction(
  form: FormData,
  context: AppLoadContext,
): Promise<SubmissionResult | undefined> {
  const submission = parseWithZod(form, {
    schema: changePasswordForm,
    error: formErrorMap(context.locale),
  });
  if (submission.status !== 'success') return withoutSecrets(submission.reply());
  const outcome = await context.mutate(changePassword, { input: submission.value });
  return outcome.ok ? undefined : withoutSecrets(replyWithError(submission, outcome.error));
}

function withoutSecrets(result: SubmissionResult): SubmissionResult {
  return { ...result, initialValue: {} };
}
