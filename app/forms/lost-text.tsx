import { useLocation, useRouteLoaderData } from '@remix-run/react';
import { useSyncExternalStore } from 'react';

import { Notice } from '../components/notice';
import { useMessages } from '../locale';
import { formMessages } from '../locales/forms';
import type { RootLoader } from '../root';
import { type Draft, findDraftsOf, recallDraft } from './drafts';
import classes from './editor-form.module.css';

/** What was sent and not stored is a draft again before the page looks for drafts. */
function recall(onChange: () => void): () => void {
  recallDraft(sessionStorage);
  onChange();
  return () => undefined;
}

/** The words of a draft, as text so that it compares by itself. */
function wordsOf({ fields, labels = {} }: Draft): [label: string, text: string][] {
  return fields.flatMap(([name, text]) =>
    labels[name] !== undefined && text.trim() !== '' ? [[labels[name], text]] : [],
  );
}

/**
 * Words typed at this address into a form that is no longer there, to be copied: what it edits is gone, or the person
 * may not see it any more.
 */
export function LostText() {
  const t = useMessages(formMessages);
  const viewerId = useRouteLoaderData<RootLoader>('root')?.viewer?.userAccountId;
  const { pathname } = useLocation();
  const found = useSyncExternalStore(
    recall,
    () =>
      JSON.stringify(
        viewerId ? findDraftsOf(sessionStorage, viewerId, pathname).flatMap(wordsOf) : [],
      ),
    () => '[]',
  );
  const words = JSON.parse(found) as [label: string, text: string][];
  if (words.length === 0) return null;
  return (
    <Notice kind="bad" title={t.unsavedTitle}>
      <dl className={classes.differences}>
        {words.map(([label, text], index) => (
          <div key={index} className={classes.difference}>
            <dt>{label}</dt>
            <dd className={classes.words}>
              <p dir="auto">{text}</p>
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
