import { Button } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { useLocation } from '@remix-run/react';

import { useMessages } from '../locale';
import { formMessages } from '../locales/forms';
import classes from './editor-form.module.css';
import { type FormWords, shownDifferences } from './field-words';
import { writeControls } from './form-controls';
import { useHasScripts } from './use-has-scripts';

interface ConflictPanelProps {
  form: RefObject<HTMLFormElement>;
  formId: string;
  /** What is stored now. */
  stored: { revision: string | number; fields: unknown; words: FormWords };
  /** What was sent. */
  mine: unknown;
  /** Throws the draft away before the page is opened anew. */
  onDiscard(): void;
}

/** Both texts side by side, and the choice between them. Without scripts, too. */
export function ConflictPanel({ form, formId, stored, mine, onDiscard }: ConflictPanelProps) {
  const t = useMessages(formMessages);
  const { pathname, search } = useLocation();
  const rows = shownDifferences({ mine, theirs: stored.fields, words: stored.words }, t.numbered);
  return (
    <section
      id={`${formId}-revision`}
      tabIndex={-1}
      className={classes.conflict}
      aria-labelledby={`${formId}-changed`}
    >
      <h2 id={`${formId}-changed`}>{t.changedTitle}</h2>
      <p>{rows.length > 0 ? t.changedText : t.changedSame}</p>
      {rows.length > 0 && (
        <dl className={classes.differences}>
          {rows.map(({ name, label, mine: own, theirs, value, isInForm }) => (
            <div key={name} className={classes.difference}>
              <dt>{label}</dt>
              <dd>
                <Words title={t.mine} text={own} empty={t.empty} />
                <Words title={t.theirs} text={theirs} empty={t.empty} />
                {isInForm && (
                  <TakeOver
                    label={t.takeTheirs({ field: label })}
                    onTake={() => form.current && writeControls(form.current, [[name, value]])}
                  />
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <label className={classes.keep}>
        <input
          key={stored.revision}
          type="checkbox"
          name="revision"
          value={stored.revision}
          autoComplete="off"
        />
        <span>{t.keepMine}</span>
      </label>
      <a href={pathname + search} onClick={onDiscard}>
        {t.showTheirs}
      </a>
    </section>
  );
}

/** Puts what was saved into the field. There without scripts would be a button that does nothing. */
function TakeOver({ label, onTake }: { label: string; onTake(): void }) {
  const t = useMessages(formMessages);
  const hasScripts = useHasScripts();
  const [isTaken, setTaken] = useState(false);
  if (!hasScripts) return null;
  return (
    <Button
      type="button"
      size="compact-sm"
      variant="default"
      aria-label={label}
      onClick={() => {
        onTake();
        setTaken(true);
      }}
    >
      {isTaken ? t.taken : t.takeTheirsShort}
    </Button>
  );
}

function Words({ title, text, empty }: { title: string; text: string; empty: string }) {
  return (
    <div className={classes.words}>
      <span className="quiet small">{title}</span>
      {text ? <p dir="auto">{text}</p> : <p className="quiet">{empty}</p>}
    </div>
  );
}
