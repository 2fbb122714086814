import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

import { formatCount } from '../../universal/format';
import { shellMessages } from '../locales/shell';
import { useLocale, useMessages } from '../locale';
import classes from './progress.module.css';

interface ProgressProps {
  label: string;
  done: number;
  /** Null while it is not known how much there is. */
  total: number | null;
  isRunning: boolean;
  /** Already in words, such as "2 minutes". */
  timeLeft?: string;
}

/** Long work: how far it is. While it runs the page asks again every second; without scripts a reload does. */
export function Progress({ label, done, total, isRunning, timeLeft }: ProgressProps) {
  const t = useMessages(shellMessages);
  const locale = useLocale();
  useRevalidation(isRunning);
  const count = (value: number) => formatCount(locale, value);
  const said =
    total === null
      ? done > 0
        ? count(done)
        : t.progressQueued
      : t.progressRunning({ done: count(done), total: count(total) });
  return (
    <div className={classes.progress}>
      <div className={classes.words} role="status">
        <strong>{label}</strong>
        <span className="figures">
          {said}
          {timeLeft && ` · ${t.progressTimeLeft({ time: timeLeft })}`}
        </span>
      </div>
      <progress
        aria-label={label}
        max={total ?? undefined}
        value={total === null ? undefined : Math.min(done, total)}
      />
      {isRunning && <p className="quiet small">{t.progressMayLeave}</p>}
    </div>
  );
}

/** Loads the page's data again every second while something runs and the page is looked at. */
export function useRevalidation(isRunning: boolean, everyMs = 1_000): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isRunning || state !== 'idle') return;
    const timer = setInterval(() => {
      if (!document.hidden) revalidate();
    }, everyMs);
    return () => clearInterval(timer);
  }, [isRunning, revalidate, state, everyMs]);
}
