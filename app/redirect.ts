// eslint-disable-next-line no-restricted-imports -- every other file imports the function below
import { redirect as respondWithRedirect } from '@remix-run/node';
import type { TypedResponse } from '@remix-run/node';

import { ownPath } from '../universal/own-path';

/** Leads on to a page of this site; an address that would lead to another one leads to the home page. */
export function redirect(address: unknown, init?: ResponseInit): TypedResponse<never> {
  return respondWithRedirect(ownPath(address), init);
}
