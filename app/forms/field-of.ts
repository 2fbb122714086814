import type { FieldMetadata } from '@conform-to/react';

import type { FieldState } from './field';

/** What a field component needs of conform's metadata, which reveals its parts only when they are asked for by name. */
export function fieldOf(field: FieldMetadata<unknown>): FieldState {
  const { id, name, errors, initialValue } = field;
  const text = typeof initialValue === 'string' ? initialValue : undefined;
  return { id, name, errors, defaultValue: text };
}
