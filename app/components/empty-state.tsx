import type { ReactNode } from 'react';

import classes from './empty-state.module.css';

interface EmptyStateProps {
  title: string;
  /** What this place is for, and what fills it. */
  children?: ReactNode;
  /** The first step. */
  action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      {children && <div className="quiet">{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
