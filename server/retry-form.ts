import express, { type Request, type Response } from 'express';

import { readableText } from '../platform/readable-input';
import { ownPath } from '../universal/own-path';
import { bodyLimits } from './body-limits';

/** Fields that were sent and not taken, ready to be sent again to the same address. */
export interface RetryForm {
  action: string;
  fields: readonly (readonly [name: string, value: string])[];
}

/** Never written into a page: whoever sent it types it again. */
const secret = /password/i;

const parseForm = express.text({
  type: 'application/x-www-form-urlencoded',
  limit: '1mb',
  defaultCharset: 'utf-8',
});

/**
 * What a plain form brought to an address that could not begin with it. Undefined where nothing can be sent again as it
 * was: no form, a file, a password, or a body that somebody has read already.
 */
export async function retryFormOf(
  request: Request,
  response: Response,
): Promise<RetryForm | undefined> {
  if (request.method !== 'POST' || request.readableDidRead) return undefined;
  const body = await new Promise<unknown>((resolve) =>
    parseForm(request, response, (error?: unknown) =>
      resolve(error === undefined ? request.body : undefined),
    ),
  );
  if (typeof body !== 'string') return undefined;
  const fields = [...new URLSearchParams(body)];
  if (fields.length > bodyLimits.fields || fields.some(([name]) => secret.test(name))) {
    return undefined;
  }
  return {
    action: ownPath(request.originalUrl),
    fields: fields.map(([name, value]) => [readableText(name), readableText(value)]),
  };
}
