import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs } from '@remix-run/node';

import { setTargetSchema } from '../../universal/analytics/set-target';
import { formErrorMap } from '../../universal/form-error-map';
import { replyWithError } from '../forms/reply';
import { SetTargetDocument, TargetOfDayDocument } from './department-scorecard.document';

/** Stores what the form holds, for one department or, with null, for all that have no target of their own. */
export async function setTarget(
  { request, context }: Pick<ActionFunctionArgs, 'request' | 'context'>,
  departmentId: string | null,
) {
  const submission = parseWithZod(await request.formData(), {
    schema: setTargetSchema,
    error: formErrorMap(context.locale),
  });
  if (submission.status !== 'success') return { saved: null, result: submission.reply() };
  const outcome = await context.mutate(SetTargetDocument, {
    input: { ...submission.value, departmentId },
  });
  if (outcome.ok) return { saved: submission.value, result: submission.reply({ resetForm: true }) };
  const { metricKey, effectiveOn } = submission.value;
  const isTaken = outcome.error.fields.some(({ path }) => path[0] === 'revision');
  const other = isTaken
    ? await context.query(TargetOfDayDocument, { metricKey, departmentId, effectiveOn })
    : undefined;
  return {
    saved: null,
    result: replyWithError(submission, outcome.error),
    other: other?.targetOfDay,
  };
}
