import type { ReactNode } from 'react';

import classes from './status-badge.module.css';

export type StatusTone = 'good' | 'unsure' | 'caution' | 'bad' | 'neutral' | 'active';

/** Each tone has its own shape, so that the status is read without the colour too. */
const shapes: Record<StatusTone, ReactNode> = {
  good: <circle cx="6" cy="6" r="5" />,
  unsure: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5Z" />
    </>
  ),
  caution: <path d="M6 0.5 11.5 11H0.5Z" />,
  bad: <path d="M6 0 12 6 6 12 0 6Z" />,
  neutral: <rect x="1" y="5" width="10" height="2" />,
  active: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2" />,
};

interface StatusBadgeProps {
  tone: StatusTone;
  /** The same at more length. */
  title?: string | undefined;
  children: ReactNode;
}

export function StatusBadge({ tone, title, children }: StatusBadgeProps) {
  return (
    <span className={classes.badge} data-tone={tone} title={title}>
      <svg width="10" height="10" viewBox="0 0 12 12" fill="currentColor" aria-hidden>
        {shapes[tone]}
      </svg>
      {children}
    </span>
  );
}
