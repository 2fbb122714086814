import { parse } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import type { AppLoadContext } from '@remix-run/node';

import { replyWithError } from '../../forms/reply';
import { previewIndicator } from './template.document';
import { indicatorFormSchema } from './template-form';

/**
 * What one indicator of the form would have given. Only that indicator has to be sound; the rest of the form may be
 * half written and stays as it is.
 */
export async function previewOf(context: AppLoadContext, data: FormData, index: number) {
  const submission = parse<Record<string, unknown>, string[]>(data, {
    resolve: (value) => ({ value }),
  });
  const at = ['indicators', String(index)];
  const rows = (submission.payload['indicators'] ?? []) as Record<string, string>[];
  const form = new FormData();
  for (const [name, value] of Object.entries(rows[index] ?? {})) form.set(name, value);
  const indicator = parseWithZod(form, { schema: indicatorFormSchema(context.locale) });
  if (indicator.status !== 'success') {
    const fields = Object.entries(indicator.error ?? {}).flatMap(([name, messages]) =>
      (messages ?? []).map((message) => ({ path: [...at, name], message })),
    );
    return {
      result: replyWithError(submission, { code: 'INVALID', message: '', fields }),
      preview: undefined,
    };
  }
  const outcome = await context.mutate(previewIndicator, { input: indicator.value });
  if (!outcome.ok) {
    const fields = outcome.error.fields.map(({ path, message }) => ({
      path: [...at, ...path],
      message,
    }));
    return { result: replyWithError(submission, { ...outcome.error, fields }), preview: undefined };
  }
  return {
    result: submission.reply(),
    preview: { ...outcome.data, index },
  };
}
