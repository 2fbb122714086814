import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { EmptyState } from '../../components/empty-state';
import { PageHeader } from '../../components/page-header';
import { homeMessages } from '../../locales/home';
import { useMessages } from '../../locale';
import { pageTitle } from '../../page-title';
import { Cards } from './cards';
import { loadHome } from './home-cards';

export const meta = pageTitle(homeMessages, (t) => t.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { name: context.viewer?.displayName ?? '', cards: await loadHome({ request, context }) };
}

/** What needs me, then how we are: cards by role. */
export default function Home() {
  const t = useMessages(homeMessages);
  const { name, cards } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t.greeting({ name })} />
      {Object.keys(cards).length === 0 && (
        <EmptyState title={t.nothing}>{t.nothingText}</EmptyState>
      )}
      <Cards data={cards} />
    </>
  );
}
