import type { Submission, SubmissionResult } from '@conform-to/react';

import type { MutationError } from '../../server/load-context.server';

/** The name that a form gives a place in its data: `goals[0].title`. */
function fieldName(path: readonly string[]): string {
  return path.reduce((name, part) => {
    if (/^\d+$/.test(part)) return `${name}[${part}]`;
    return name === '' ? part : `${name}.${part}`;
  }, '');
}

/** Puts what the server refused back beside the fields that it concerns; what names no field stands on top. */
export function replyWithError<Schema>(
  submission: Submission<Schema>,
  error: MutationError,
): SubmissionResult {
  const fieldErrors: Record<string, string[]> = {};
  for (const { path, message } of error.fields) {
    if (path.length > 0) (fieldErrors[fieldName(path)] ??= []).push(message);
  }
  const unplaced = error.fields
    .filter(({ path }) => path.length === 0)
    .map(({ message }) => message);
  const formErrors = error.fields.length === 0 ? [error.message] : unplaced;
  return submission.reply({ formErrors, fieldErrors });
}
