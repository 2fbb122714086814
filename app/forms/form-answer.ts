/** What the server said to a form that was sent. conform's result is one. */
export interface FormAnswer {
  /** What was sent and is not stored. */
  initialValue?: Record<string, unknown> | null | undefined;
  /** What is wrong, by field. */
  error?: Record<string, string[] | null | undefined> | null | undefined;
}

/** True for the answer to a form that was stored. A step of the form itself, such as a preview, gives back what was sent. */
export function isStored(answer: FormAnswer | null | undefined): boolean {
  return !answer || ((answer.initialValue ?? null) === null && !answer.error);
}

/** The revision that an answer goes on with. */
export function revisionIn(answer: FormAnswer | null | undefined): string | undefined {
  const revision = answer?.initialValue?.['revision'];
  return typeof revision === 'string' || typeof revision === 'number'
    ? String(revision)
    : undefined;
}
