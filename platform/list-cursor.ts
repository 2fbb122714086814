import { z } from 'zod';
import { InvalidInput } from './errors';
import { assertReadableInput } from './readable-input';

/** A moment in a cursor, from 1900 to 2199: what lies beyond, databases cannot compare. */
export const cursorMoment = z.iso.datetime().regex(/^(19|20|21)\d\d-/);

/** A place in a sorted list (what it is sorted by, and the id), as one word that travels in addresses. */
export function cursorOf(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * Reads what `cursorOf` wrote.
 * @throws {InvalidInput} for whatever is no place of this list; text that no database keeps is none.
 */
export function placeOf<Place>(
  shape: z.ZodType<Place>,
  cursor: string | null | undefined,
): Place | undefined {
  // The list from its beginning.
  if (cursor === null || cursor === undefined) return undefined;
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    assertReadableInput(place);
    return shape.parse(place);
  } catch {
    const message = { en: 'This is no cursor of this list.', zh: '该游标不属于此列表。' };
    throw new InvalidInput([{ path: ['after'], message }], message);
  }
}
