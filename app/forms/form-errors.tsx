import { useEffect, useRef } from 'react';

import { shellMessages } from '../locales/shell';
import { useMessages } from '../locale';
import classes from './form-errors.module.css';

interface FormErrorsProps {
  /** conform's `form.allErrors`: the message lists by field name; `''` holds what concerns the whole form. */
  errors: Record<string, string[]>;
  /** conform's `form.id`; the fields' ids begin with it. */
  formId: string;
}

/** Everything to be put right, on top, each with a link to its field. Takes the focus, so that it is read out first. */
export function FormErrors({ errors, formId }: FormErrorsProps) {
  const t = useMessages(shellMessages);
  const box = useRef<HTMLDivElement>(null);
  const list = Object.entries(errors).flatMap(([name, messages]) =>
    messages.map((message) => ({ name, message })),
  );
  const said = list.map(({ message }) => message).join('\n');

  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);

  if (list.length === 0) return null;
  return (
    <div ref={box} className={classes.box} role="alert" tabIndex={-1}>
      <p className={classes.title}>{t.formErrors({ count: list.length })}</p>
      <ul>
        {list.map(({ name, message }) => (
          <li key={name + message}>
            {name ? <a href={`#${formId}-${name}`}>{message}</a> : message}
          </li>
        ))}
      </ul>
    </div>
  );
}
