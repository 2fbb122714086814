import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { PeriodControl } from '../../components/period-control';
import { useMessages } from '../../locale';
import { scorecardMessages } from '../../locales/scorecards';
import { parsePeriod } from '../../../universal/period';
import { readGridChoice } from '../../scorecards/grid-choice';
import { GridTable } from '../../scorecards/grid-table';
import { loadMetric } from '../../scorecards/load-metric';
import { MetricFacts } from '../../scorecards/metric-facts';
import { MetricStatusBadge } from '../../scorecards/metric-status-badge';
import { GridBasis } from '../../scorecards/scorecard-grid';
import { setTarget } from '../../scorecards/set-target';
import { SetTargetPanel } from '../../scorecards/set-target-panel';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.metric.name ?? ''} · Tandem` },
];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return loadMetric({ request, context }, params.key ?? '');
}

export function action({ request, context }: ActionFunctionArgs) {
  return setTarget({ request, context }, null);
}

export default function MetricPage() {
  const t = useMessages(scorecardMessages);
  const { metric, standings, canSetTarget } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={metric.name}
        description={metric.formula}
        trail={[{ to: '/metric-catalogue', label: t.metricsTitle }]}
        {...(standings ? { period: <PeriodControl shown={parsePeriod(standings.period)} /> } : {})}
      />
      <Panel title={t.definition} actions={<MetricStatusBadge status={metric.status} />}>
        <MetricFacts metric={metric} />
      </Panel>
      {standings && (
        <Panel flush title={t.targetsTitle} description={<GridBasis grid={standings} />}>
          <GridTable
            grid={{
              metrics: [metric],
              rows: standings.rows,
              places: null,
              comparedWith: standings.comparedWith,
              choice: readGridChoice(new URLSearchParams(), []),
            }}
            caption={t.targetsTitle}
            isSortable={false}
          />
        </Panel>
      )}
      {canSetTarget && metric.status !== 'RETIRED' && (
        <SetTargetPanel metrics={[metric]} outcome={outcome} help={t.setTargetAllText} />
      )}
    </>
  );
}
