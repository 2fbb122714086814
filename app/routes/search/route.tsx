import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { EmptyState } from '../../components/empty-state';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { SearchField } from '../../components/search-field';
import { shellMessages } from '../../locales/shell';
import { useMessages } from '../../locale';
import { pageTitle } from '../../page-title';
import { findEverything } from './find-everything';
import classes from './search.module.css';

export const meta = pageTitle(shellMessages, (t) => t.search);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const q = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 100);
  return { q, found: q.length < 2 ? [] : await findEverything(context, q) };
}

/** The search over everything, for those whose scripts are off and for links to a result. */
export default function Search() {
  const t = useMessages(shellMessages);
  const { q, found } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t.search} />
      <SearchField label={t.searchFor} />
      {q !== '' && (
        <div className={classes.results}>
          <Panel>
            {found.length === 0 ? (
              <EmptyState title={t.searchNothing} />
            ) : (
              <ul className={classes.list}>
                {found.map(({ to, name, detail }) => (
                  <li key={to + name} dir="auto">
                    <Link to={to}>{name}</Link> {detail && <span className="quiet">{detail}</span>}
                  </li>
                ))}
              </ul>
            )}
          </Panel>
        </div>
      )}
    </>
  );
}
