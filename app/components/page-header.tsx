import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

import classes from './page-header.module.css';

interface PageHeaderProps {
  title: string;
  /** One sentence: what the page is for. */
  description?: ReactNode;
  /** The way up, from the outermost place to the parent. */
  trail?: readonly { to: string; label: string }[];
  /** Buttons and links; the most important one last. */
  actions?: ReactNode;
  /** The period control of a page with numbers. */
  period?: ReactNode;
}

export function PageHeader({ title, description, trail, actions, period }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        {trail && trail.length > 0 && (
          <ol className={classes.trail}>
            {trail.map(({ to, label }) => (
              <li key={to} dir="auto">
                <Link to={to}>{label}</Link>
              </li>
            ))}
          </ol>
        )}
        <h1 dir="auto">{title}</h1>
        {description && <p className="quiet">{description}</p>}
      </div>
      {(actions || period) && (
        <div className={classes.controls}>
          {actions}
          {period}
        </div>
      )}
    </header>
  );
}
