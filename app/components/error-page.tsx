import { isRouteErrorResponse, Link, useLocation, useRouteLoaderData } from '@remix-run/react';
import { useEffect } from 'react';

import { recallDraft } from '../forms/drafts';
import { LostText } from '../forms/lost-text';
import { shellMessages } from '../locales/shell';
import { useMessages } from '../locale';
import type { RootLoader } from '../root';
import { reportBrowserError } from '../shell/report-browser-error';
import classes from './error-page.module.css';

type Kind = 'NotFound' | 'Unavailable' | 'TooMany' | 'Invalid' | 'Browser' | 'Other';

/** What the server says to a browser of an error of its own. */
const fromServer = 'Unexpected Server Error';

/** Whether a page failed here, after the server had done its part. */
const isOfBrowser = (error: unknown) =>
  typeof document !== 'undefined' && error instanceof Error && error.message !== fromServer;

/** What an error is to the person who meets it. */
export function errorKindOf(error: unknown): Kind {
  if (isOfBrowser(error)) return 'Browser';
  const status = isRouteErrorResponse(error) ? error.status : 500;
  // What a person may not see looks like what does not exist.
  if (status === 404 || status === 403) return 'NotFound';
  if (status === 503) return 'Unavailable';
  if (status === 429) return 'TooMany';
  return status >= 400 && status < 500 ? 'Invalid' : 'Other';
}

function requestIdOf(error: unknown): string | undefined {
  const data: unknown = isRouteErrorResponse(error) ? error.data : undefined;
  return data && typeof data === 'object' && 'requestId' in data
    ? String(data.requestId)
    : undefined;
}

/** What happened, what to do about it, and the number that an administrator needs. Never the error itself. */
export function ErrorPage({ error }: { error: unknown }) {
  const t = useMessages(shellMessages);
  const { pathname, search } = useLocation();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = errorKindOf(error);
  const pageRequestId = useRouteLoaderData<RootLoader>('root')?.requestId;
  const requestId = requestIdOf(error) ?? pageRequestId;
  useEffect(() => {
    if (kind === 'Browser') reportBrowserError(error, pageRequestId);
  }, [error, kind, pageRequestId]);
  useEffect(() => recallDraft(sessionStorage), []);
  return (
    <section className={classes.page}>
      {kind !== 'Browser' && <p className={classes.status}>{kind === 'NotFound' ? 404 : status}</p>}
      <h1>{t[`errorTitle${kind}`]}</h1>
      <p>{t[`errorAdvice${kind}`]}</p>
      {kind === 'NotFound' && <LostText />}
      <p className={classes.actions}>
        {(kind === 'Unavailable' ||
          kind === 'TooMany' ||
          kind === 'Browser' ||
          kind === 'Other') && <a href={pathname + search}>{t.tryAgain}</a>}
        <Link to="/">{t.home}</Link>
      </p>
      {requestId && <p className="quiet small">{t.requestId({ id: requestId })}</p>}
    </section>
  );
}
