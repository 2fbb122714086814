import type { Submission, SubmissionResult } from '@conform-to/react';

import type { MutationError } from '../../server/load-context.server';

/** The name that a form gives a place in its data: `goals[0].title`. */
function fieldName(path: readonly string[]): string {
  return path.reduce((name, part) => {
    if (/^\d+$/.test(part)) return `${name}[${part}]`;
    return name === '' ? part : `${name}.${part}`;
  }, '');
}

/** What the server refused, by the name of the field that it concerns; `''` holds what names no field. */
export function errorsByField(error: MutationError): Record<string, string[]> {
  if (error.fields.length === 0) return { '': [error.message] };
  const errors: Record<string, string[]> = {};
  for (const { path, message } of error.fields) (errors[fieldName(path)] ??= []).push(message);
  return errors;
}

/** Puts what the server refused back beside the fields that it concerns; what names no field stands on top. */
export function replyWithError<Schema>(
  submission: Submission<Schema>,
  error: MutationError,
  /** Of what a first step of the same press has stored already. */
  revision?: string | number,
): SubmissionResult {
  const { '': formErrors = [], ...fieldErrors } = errorsByField(error);
  const result = submission.reply({ formErrors, fieldErrors });
  if (revision === undefined) return result;
  return { ...result, initialValue: { ...result.initialValue, revision: String(revision) } };
}
