import { Notice } from '../components/notice';
import { useMessages } from '../locale';
import { formMessages } from '../locales/forms';
import classes from './editor-form.module.css';
import { type FormWords, shownDifferences } from './field-words';
import type { FormAnswer } from './form-answer';

interface UnsavedTextProps {
  answer: FormAnswer | null | undefined;
  words: FormWords;
}

/** What was typed into a form that is no longer there, to be copied: the thing was submitted or published meanwhile. */
export function UnsavedText({ answer, words }: UnsavedTextProps) {
  const t = useMessages(formMessages);
  if (!answer?.error) return null;
  const texts = shownDifferences({ mine: answer.initialValue, theirs: {}, words }, t.numbered);
  return (
    <Notice kind="bad" title={t.unsavedTitle}>
      <p>
        {Object.values(answer.error)
          .flatMap((messages) => messages ?? [])
          .join(' ')}
      </p>
      <dl className={classes.differences}>
        {texts.map(({ name, label, mine }) => (
          <div key={name} className={classes.difference}>
            <dt>{label}</dt>
            <dd className={classes.words}>
              <p dir="auto">{mine}</p>
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
