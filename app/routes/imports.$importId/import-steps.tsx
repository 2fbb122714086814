import { Link } from '@remix-run/react';

import { importMessages } from '../../locales/imports';
import { useMessages } from '../../locale';
import { type ImportStep, importSteps } from './import-step';
import classes from './import-steps.module.css';

interface ImportStepsProps {
  current: ImportStep;
  /** Steps that can be taken again, as links. */
  links?: Partial<Record<ImportStep, string>>;
}

/** Where in the import the reader is, and the way back. */
export function ImportSteps({ current, links = {} }: ImportStepsProps) {
  const t = useMessages(importMessages);
  const names = {
    upload: t.stepUpload,
    columns: t.stepColumns,
    departments: t.stepDepartments,
    check: t.stepCheck,
    store: t.stepStore,
  };
  const reached = importSteps.indexOf(current);
  return (
    <ol className={classes.steps} aria-label={t.steps}>
      {importSteps.map((step, index) => {
        const link = index < reached ? links[step] : undefined;
        return (
          <li
            key={step}
            aria-current={step === current ? 'step' : undefined}
            data-done={index < reached || undefined}
          >
            <span className={classes.number} aria-hidden>
              {index + 1}
            </span>
            {link ? <Link to={link}>{names[step]}</Link> : names[step]}
          </li>
        );
      })}
    </ol>
  );
}
