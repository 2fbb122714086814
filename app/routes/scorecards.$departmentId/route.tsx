import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';

import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { PeriodControl } from '../../components/period-control';
import { DistributionBar } from '../../charts/distribution-bar';
import { useMessages } from '../../locale';
import { scorecardMessages } from '../../locales/scorecards';
import { parsePeriod } from '../../../universal/period';
import { readGridChoice } from '../../scorecards/grid-choice';
import { CommentPanels } from '../../scorecards/comment-panels';
import { ExportMenu } from '../../scorecards/export-menu';
import { GridTable } from '../../scorecards/grid-table';
import { GroupTable } from '../../scorecards/group-table';
import { loadDepartment } from '../../scorecards/load-department';
import { MetricTiles } from '../../scorecards/metric-tile';
import { MetricTrend } from '../../scorecards/metric-trend';
import { toPageRow } from '../../scorecards/page-grid';
import { lineOf } from '../../scorecards/scorecard';
import { departmentAddress, scorecardsAddress } from '../../scorecards/scorecard-address';
import { GridBasis } from '../../scorecards/scorecard-grid';
import { setTarget } from '../../scorecards/set-target';
import { SetTargetPanel } from '../../scorecards/set-target-panel';
import classes from './department.module.css';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.card.department.name ?? ''} · Tandem` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { children, ...card } = await loadDepartment(
    { request, context },
    params.departmentId ?? '',
  );
  return { card, children: children.map((row) => toPageRow(row, card.metrics, true)) };
}

export function action({ request, context, params }: ActionFunctionArgs) {
  return setTarget({ request, context }, params.departmentId ?? '');
}

export default function DepartmentScorecard() {
  const t = useMessages(scorecardMessages);
  const { card, children } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { department, metrics, lines, comparedWith } = card;
  const isCompared = comparedWith !== null;
  const ofFeedback = metrics.filter(
    ({ key }) =>
      card.byTouchpoint.some((group) => lineOf(group, key)) ||
      card.byChannel.some((group) => lineOf(group, key)),
  );
  const trail = [
    { to: scorecardsAddress(search), label: t.allScorecards },
    ...card.trail.map(({ departmentId, name }) => ({
      to: departmentAddress(departmentId, search),
      label: name,
    })),
  ];
  return (
    <>
      <PageHeader
        title={department.name}
        description={`${t.owner}${t.colon}${department.headName ?? t.noOwner}`}
        trail={trail}
        actions={<ExportMenu path={`/scorecards/${department.departmentId}`} />}
        period={<PeriodControl shown={parsePeriod(card.period)} />}
      />
      <p className={`quiet small ${classes.basis}`}>
        <GridBasis grid={card} />
      </p>
      <MetricTiles metrics={metrics} lines={lines} isCompared={isCompared} />
      <div className={classes.columns}>
        {lines.map((line) => {
          const metric = metrics.find(({ key }) => key === line.metricKey);
          return (
            metric && (
              <Panel key={metric.key}>
                <MetricTrend metric={metric} line={line} period={card.period} />
                {metric.key === 'nps' && card.npsCounts && (
                  <div className={classes.behind}>
                    <p>
                      <strong>{t.behindNps}</strong>
                    </p>
                    <DistributionBar counts={card.npsCounts} />
                  </div>
                )}
              </Panel>
            )
          );
        })}
      </div>
      {children.length > 0 && (
        <Panel flush title={t.below} description={t.belowText}>
          <GridTable
            grid={{
              metrics,
              rows: children,
              places: null,
              comparedWith,
              choice: readGridChoice(new URLSearchParams(), []),
            }}
            caption={t.below}
            isSortable={false}
          />
        </Panel>
      )}
      <Panel flush title={t.byTouchpoint} description={t.byTouchpointText}>
        <GroupTable
          caption={t.byTouchpoint}
          heading={t.touchpoint}
          metrics={ofFeedback}
          groups={card.byTouchpoint}
          isCompared={isCompared}
        />
      </Panel>
      <Panel flush title={t.byChannel} description={t.byChannelText}>
        <GroupTable
          caption={t.byChannel}
          heading={t.channel}
          metrics={ofFeedback}
          groups={card.byChannel}
          isCompared={isCompared}
        />
      </Panel>
      {card.comments && (
        <CommentPanels
          comments={card.comments}
          departmentId={department.departmentId}
          periodKey={card.period}
        />
      )}
      {card.canSetTarget && (
        <SetTargetPanel
          metrics={metrics.filter(({ status }) => status !== 'RETIRED')}
          outcome={outcome}
          help={t.setTargetText}
        />
      )}
    </>
  );
}
