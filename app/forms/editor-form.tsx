import { Button } from '@mantine/core';
import { Form, type FormProps } from '@remix-run/react';
import { useRef } from 'react';

import { useMessages } from '../locale';
import { formMessages } from '../locales/forms';
import { ConflictPanel } from './conflict-panel';
import type { Draft } from './drafts';
import classes from './editor-form.module.css';
import type { FormWords } from './field-words';
import type { FormAnswer } from './form-answer';
import { useDraft } from './use-draft';

interface EditorFormProps extends Omit<FormProps, 'method' | 'id'> {
  id: string;
  /** Absent for something new, and where nothing can be overwritten. */
  stored?: StoredText | null | undefined;
  /** What the server said to what was sent; nothing once that is stored. */
  answer: FormAnswer | null | undefined;
  /** Puts a draft back where fields come and go; without it, into the fields that there are. */
  restore?: ((fields: Draft['fields']) => void) | undefined;
}

/** What is stored now of what a form edits. */
export interface StoredText {
  revision: string | number;
  /** What the fields would show of it, by their names or as the form's data. */
  fields: unknown;
  words: FormWords;
}

/**
 * A form in which nothing typed is lost. It is saved with the revision that it was opened with, so that nobody stores
 * over what they have not seen: where something else was saved meanwhile, both texts are shown and the person chooses.
 * What is typed is kept in the tab until it is stored: it outlives a reload, a wrong click and the end of the session.
 */
export function EditorForm(props: EditorFormProps) {
  const { stored, answer, restore, children, onSubmit, onInput, ...form } = props;
  const t = useMessages(formMessages);
  const element = useRef<HTMLFormElement>(null);
  const draft = useDraft(element, {
    formId: form.id,
    revision: stored ? String(stored.revision) : '',
    answer,
    restore,
  });
  const isConflict = Boolean(answer?.error?.['revision']?.length);
  return (
    <Form
      {...form}
      method="post"
      ref={element}
      onInput={(event) => {
        onInput?.(event);
        draft.keep();
      }}
      onSubmit={(event) => {
        onSubmit?.(event);
        if (event.defaultPrevented) draft.keepSoon();
        else draft.send();
      }}
    >
      {draft.isRestored && (
        <div className={classes.restored} role="status">
          <p>{t.restored}</p>
          <Button type="button" size="compact-sm" variant="default" onClick={draft.discard}>
            {t.discard}
          </Button>
        </div>
      )}
      {isConflict && stored ? (
        <ConflictPanel
          form={element}
          formId={form.id}
          stored={stored}
          mine={answer?.initialValue}
          onDiscard={draft.drop}
        />
      ) : (
        draft.opened && <input type="hidden" name="revision" value={draft.opened} />
      )}
      {children}
    </Form>
  );
}
