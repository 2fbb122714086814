import { useId, type ReactNode } from 'react';

import classes from './panel.module.css';

interface PanelProps {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** Tables and charts that reach the edges. */
  flush?: boolean;
  children: ReactNode;
}

/** A titled surface: the unit that pages are laid out in. */
export function Panel({ title, description, actions, flush, children }: PanelProps) {
  const titleId = useId();
  return (
    <section className={classes.panel} aria-labelledby={title ? titleId : undefined}>
      {(title || actions) && (
        <div className={classes.head}>
          <div>
            {title && (
              <h2 id={titleId} dir="auto">
                {title}
              </h2>
            )}
            {description && <p className="quiet">{description}</p>}
          </div>
          {actions && <div className={classes.actions}>{actions}</div>}
        </div>
      )}
      <div className={flush ? classes.flush : classes.body}>{children}</div>
    </section>
  );
}
