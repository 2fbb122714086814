import { parse } from '@conform-to/react';

import type { Draft } from './drafts';

/** The fields of a form as its data, with rows as lists. */
export function nestedFields(fields: Draft['fields']): Record<string, unknown> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const { payload } = parse<Record<string, unknown>, string[]>(form, {
    resolve: (value) => ({ value }),
  });
  return payload;
}
