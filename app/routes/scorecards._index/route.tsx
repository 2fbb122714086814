import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { PeriodControl } from '../../components/period-control';
import { useMessages } from '../../locale';
import { scorecardMessages } from '../../locales/scorecards';
import { parsePeriod } from '../../../universal/period';
import { pageTitle } from '../../page-title';
import { ExportMenu } from '../../scorecards/export-menu';
import { loadGrid } from '../../scorecards/load-grid';
import { toPageGrid } from '../../scorecards/page-grid';
import { GridBasis, ScorecardGrid } from '../../scorecards/scorecard-grid';

export const meta = pageTitle(scorecardMessages, (t) => t.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { grid: toPageGrid(await loadGrid({ request, context })) };
}

export default function Scorecards() {
  const t = useMessages(scorecardMessages);
  const { grid } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t.title}
        description={t.description}
        actions={<ExportMenu path="/scorecards" />}
        period={<PeriodControl shown={parsePeriod(grid.period)} />}
      />
      <Panel flush title={t.question} description={<GridBasis grid={grid} />}>
        <ScorecardGrid grid={grid} />
      </Panel>
    </>
  );
}
