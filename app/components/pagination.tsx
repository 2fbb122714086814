import { Link, useSearchParams } from '@remix-run/react';

import { formatCount } from '../../universal/format';
import { shellMessages } from '../locales/shell';
import { useLocale, useMessages } from '../locale';
import { changedSearch } from './address';
import classes from './pagination.module.css';

interface PaginationProps {
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor?: string | null;
    endCursor?: string | null;
  };
  totalCount?: number | null;
}

/** Steps through a relay connection by `?after=` and `?before=`; see `connectionArguments`. */
export function Pagination({ pageInfo, totalCount }: PaginationProps) {
  const t = useMessages(shellMessages);
  const locale = useLocale();
  const [search] = useSearchParams();
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo;
  if (!hasNextPage && !hasPreviousPage && typeof totalCount !== 'number') return null;
  return (
    <nav className={classes.pages} aria-label={t.pages}>
      <span className="quiet figures">
        {typeof totalCount === 'number' && t.rows({ count: formatCount(locale, totalCount) })}
      </span>
      {hasPreviousPage && startCursor && (
        <Link to={changedSearch(search, { before: startCursor })} rel="prev">
          {t.previousPage}
        </Link>
      )}
      {hasNextPage && endCursor && (
        <Link to={changedSearch(search, { after: endCursor })} rel="next">
          {t.nextPage}
        </Link>
      )}
    </nav>
  );
}

/** A connection's arguments from the address. */
export function connectionArguments(search: URLSearchParams, pageSize = 25) {
  const before = search.get('before');
  return before ? { last: pageSize, before } : { first: pageSize, after: search.get('after') };
}
