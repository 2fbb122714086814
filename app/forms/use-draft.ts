import { useLocation, useNavigation, useRouteLoaderData } from '@remix-run/react';
import { type RefObject, useEffect, useRef, useState } from 'react';

import type { RootLoader } from '../root';
import {
  type Draft,
  draftKey,
  dropDraft,
  dropSentDraft,
  findDraft,
  recallDraft,
  storeDraft,
} from './drafts';
import { type FormAnswer, isStored, revisionIn } from './form-answer';
import { readControls, readLabels, restoreControls } from './form-controls';

interface DraftOptions {
  formId: string;
  revision: string;
  answer: FormAnswer | null | undefined;
  restore?: ((fields: Draft['fields']) => void) | undefined;
}

const isSame = (a: Draft['fields'], b: Draft['fields']) => JSON.stringify(a) === JSON.stringify(b);

/** Keeps what is typed into a form, and the revision with which the form was opened. */
export function useDraft(form: RefObject<HTMLFormElement>, options: DraftOptions) {
  const { formId, revision, answer } = options;
  const viewerId = useRouteLoaderData<RootLoader>('root')?.viewer?.userAccountId ?? '';
  const { pathname } = useLocation();
  const key = draftKey(viewerId, pathname, formId);
  const [opened, setOpened] = useState(revisionIn(answer) ?? revision);
  const [isRestored, setRestored] = useState(false);
  const openedNow = useRef(opened);
  openedNow.current = opened;
  const restore = useRef(options.restore);
  restore.current = options.restore;
  const wasSentBefore = useRef(answer);

  useEffect(() => {
    const { current } = form;
    const draft = findDraft(sessionStorage, key);
    // The form was sent, refused, and is shown anew with what was sent in it.
    if (!isStored(wasSentBefore.current)) recallDraft(sessionStorage);
    if (!current || !draft || wasSentBefore.current) return;
    if (isSame(draft.fields, readControls(current))) return dropDraft(sessionStorage, key);
    if (restore.current) restore.current(draft.fields);
    else restoreControls(current, draft.fields);
    // Writing tells the form of input, which keeps it anew: with the revision that it began with.
    storeDraft(sessionStorage, key, draft);
    setOpened(draft.revision);
    setRestored(true);
  }, [form, key]);

  useLeaveGuard(key);

  const sent = useSent({
    answer,
    onRefused: () => setOpened((now) => revisionIn(answer) ?? now),
    onStored: (fields) => {
      const { current } = form;
      setOpened(revision);
      setRestored(false);
      // What was typed while the rest was on its way is not stored.
      const now = current && !answer ? readControls(current) : fields;
      if (isSame(now, fields)) dropDraft(sessionStorage, key);
      else
        storeDraft(sessionStorage, key, {
          revision,
          fields: now,
          labels: current ? readLabels(current) : {},
        });
    },
    onLeft: () => dropSentDraft(sessionStorage, key),
  });

  const keep = () => {
    if (!form.current) return;
    const { current } = form;
    const [fields, labels] = [readControls(current), readLabels(current)];
    storeDraft(sessionStorage, key, { revision: openedNow.current, fields, labels });
  };
  const drop = () => dropDraft(sessionStorage, key);
  return {
    opened,
    isRestored,
    keep,
    /** After rows came or went, which changes the fields without a word typed. */
    keepSoon: () => void setTimeout(keep, 0),
    send: () => {
      keep();
      if (form.current) sent.current = readControls(form.current);
    },
    drop,
    discard: () => {
      drop();
      window.location.assign(window.location.pathname + window.location.search);
    },
  };
}

interface SentOptions {
  answer: FormAnswer | null | undefined;
  onRefused(): void;
  onStored(fields: Draft['fields']): void;
  /** The form is gone, and with it the answer. */
  onLeft(): void;
}

/** Follows what was sent until it is known whether it is stored. */
function useSent(options: SentOptions) {
  const { state, formMethod } = useNavigation();
  const sent = useRef<Draft['fields'] | null>(null);
  const now = useRef(options);
  now.current = options;

  useEffect(() => {
    const fields = sent.current;
    if (!fields) return;
    // Another link was followed before the answer came: nobody knows whether it is stored, so the draft stays.
    if (state === 'loading' && !formMethod) sent.current = null;
    if (state !== 'idle') return;
    sent.current = null;
    if (isStored(now.current.answer)) now.current.onStored(fields);
    else now.current.onRefused();
  }, [state, formMethod]);

  useEffect(
    () => () => {
      // A session that ended leads to the sign-in page and stores nothing.
      if (sent.current && window.location.pathname !== '/sign-in') now.current.onLeft();
    },
    [],
  );
  return sent;
}

/** Closing the tab would take the draft along: the browser asks first. */
function useLeaveGuard(key: string): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (findDraft(sessionStorage, key)) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [key]);
}
