import { useEffect } from 'react';

import { recallDraft } from './drafts';
import { type FormAnswer, isStored } from './form-answer';

/**
 * Keeps the draft of a form that was refused and is not shown just now: it is filled in again when the page next shows
 * the form. The page itself says what was refused.
 */
export function KeptDraft({
  answer,
  isFormShown,
}: {
  answer: FormAnswer | null | undefined;
  isFormShown: boolean;
}) {
  const isKept = !isFormShown && !isStored(answer);
  useEffect(() => {
    if (isKept) recallDraft(sessionStorage);
  }, [isKept]);
  return null;
}
