import { Link, useSearchParams } from '@remix-run/react';

import { shellMessages } from '../locales/shell';
import { useMessages } from '../locale';
import { changedSearch } from './address';
import classes from './filters.module.css';

export interface ActiveFilter {
  parameter: string;
  /** What it narrows, and to what: "Channel: e-mail". */
  label: string;
}

/** What the list is narrowed to; each goes away with one click. */
export function FilterChips({ filters }: { filters: readonly ActiveFilter[] }) {
  const t = useMessages(shellMessages);
  const [search] = useSearchParams();
  if (filters.length === 0) return null;
  const none = Object.fromEntries(filters.map(({ parameter }) => [parameter, undefined]));
  return (
    <ul className={classes.chips} aria-label={t.filters}>
      {filters.map(({ parameter, label }) => (
        <li key={parameter} className={classes.chip}>
          {label}
          <Link
            to={changedSearch(search, { [parameter]: undefined })}
            aria-label={t.remove({ name: label })}
            preventScrollReset
          >
            ×
          </Link>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <Link to={changedSearch(search, none)} preventScrollReset>
            {t.clearFilters}
          </Link>
        </li>
      )}
    </ul>
  );
}
