import { useLocation } from '@remix-run/react';
import { useEffect, useRef, type ReactNode } from 'react';

interface DisclosureProps {
  summary: ReactNode;
  summaryLabel?: string;
  className?: string | undefined;
  summaryClassName?: string | undefined;
  children: ReactNode;
}

/** A panel that opens without scripts; with them Escape, a click elsewhere and going to another page close it. */
export function Disclosure({
  summary,
  summaryLabel,
  className,
  summaryClassName,
  children,
}: DisclosureProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();

  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [key]);

  useEffect(() => {
    const close = (event: Event) => {
      const panel = details.current;
      if (!panel?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        panel.open = false;
        panel.querySelector('summary')?.focus();
      } else if (!panel.contains(event.target as Node)) {
        panel.open = false;
      }
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, []);

  return (
    <details ref={details} className={className}>
      <summary className={summaryClassName} aria-label={summaryLabel}>
        {summary}
      </summary>
      {children}
    </details>
  );
}
