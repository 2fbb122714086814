import { v4, v7 } from 'uuid';

/** An id that sorts by the time it was made. */
export function newId(): string {
  return v7();
}

/** An id that tells nothing about when or in which order it was made; for anonymous answers. */
export function randomId(): string {
  return v4();
}
