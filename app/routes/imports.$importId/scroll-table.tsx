import type { ReactNode } from 'react';

import { shellMessages } from '../../locales/shell';
import { useMessages } from '../../locale';
import classes from './import-page.module.css';

/** A table that is scrolled, with the keyboard too, where it is wider than the screen. */
export function ScrollTable({ caption, children }: { caption: string; children: ReactNode }) {
  const t = useMessages(shellMessages);
  return (
    <div
      className={classes.scroll}
      role="region"
      aria-label={t.scrollTable({ caption })}
      tabIndex={0}
    >
      <table className={classes.preview}>{children}</table>
    </div>
  );
}
