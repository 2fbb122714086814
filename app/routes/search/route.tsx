import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { EmptyState } from '../../components/empty-state';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { SearchField } from '../../components/search-field';
import { shellMessages } from '../../locales/shell';
import { useMessages } from '../../locale';
import { navigationFor } from '../../navigation';
import { pageTitle } from '../../page-title';
import type { Found } from '../../shell/found';
import { searchEverything } from './search.document';
import classes from './search.module.css';

const mostPerKind = 8;

export const meta = pageTitle(shellMessages, (t) => t.search);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const q = (new URL(request.url).searchParams.get('q') ?? '').trim();
  if (q.length < 2) return { q, found: [] as Found[] };
  const { departments } = await context.query(searchEverything);
  const matches = (name: string) => name.toLowerCase().includes(q.toLowerCase());
  const found: Found[] = [
    ...navigationFor(context.viewer?.roles ?? [])
      .filter(({ label }) => matches(label[context.locale]))
      .map(({ to, label }) => ({ kind: 'page' as const, to, name: label[context.locale] })),
    ...departments
      .filter(({ name }) => matches(name))
      .slice(0, mostPerKind)
      .map(({ departmentId, name, parent }) => ({
        kind: 'department' as const,
        to: `/departments/${departmentId}/scorecard`,
        name,
        ...(parent && { detail: parent.name }),
      })),
  ];
  return { q, found };
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
                  <li key={to + name}>
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
