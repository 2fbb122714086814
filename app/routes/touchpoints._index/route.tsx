import { Button } from '@mantine/core';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { type Column, DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { StatusBadge } from '../../components/status-badge';
import { feedbackMessages } from '../../locales/feedback';
import { useMessages } from '../../locale';
import { pageTitle } from '../../page-title';
import { touchpointList } from './touchpoints.document';
import classes from './touchpoints.module.css';

export const meta = pageTitle(feedbackMessages, (t) => t.touchpoints);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const includeArchived = new URL(request.url).searchParams.get('archived') === 'yes';
  const { journeys, touchpoints } = await context.query(touchpointList, { includeArchived });
  const mayEdit = context.viewer?.roles.includes('analyst') ?? false;
  return { journeys, touchpoints, includeArchived, mayEdit };
}

type Touchpoint = ReturnType<typeof useLoaderData<typeof loader>>['touchpoints'][number];

export default function Touchpoints() {
  const t = useMessages(feedbackMessages);
  const { journeys, touchpoints, includeArchived, mayEdit } = useLoaderData<typeof loader>();
  const stageNames = new Map(
    journeys.flatMap(({ stages }) => stages.map(({ stageId, name }) => [stageId, name])),
  );
  const groups = [
    ...journeys.map(({ journeyId, name, stages }) => {
      const own = new Set(stages.map(({ stageId }) => stageId));
      return {
        journeyId,
        name,
        touchpoints: touchpoints.filter(({ stageId }) => stageId !== null && own.has(stageId)),
      };
    }),
    {
      journeyId: null,
      name: t.noStage,
      touchpoints: touchpoints.filter(({ stageId }) => stageId === null),
    },
  ].filter(({ journeyId, touchpoints: own }) => journeyId !== null || own.length > 0);
  const columns: Column<Touchpoint>[] = [
    {
      id: 'name',
      header: t.touchpoint,
      isRowHeader: true,
      accessorFn: ({ name }) => name,
      cell: ({ row: { original } }) => (
        <>
          {mayEdit ? (
            <Link to={`/touchpoints/${original.touchpointId}`}>{original.name}</Link>
          ) : (
            original.name
          )}{' '}
          {original.isArchived && <StatusBadge tone="neutral">{t.archived}</StatusBadge>}
        </>
      ),
    },
    {
      id: 'stage',
      header: t.stage,
      accessorFn: ({ stageId }) => stageNames.get(stageId ?? '') ?? '–',
    },
    { id: 'owner', header: t.owner, accessorFn: ({ owner }) => owner?.name ?? '–' },
    { id: 'code', header: t.code, isMinor: true, accessorFn: ({ code }) => code },
  ];
  return (
    <>
      <PageHeader
        title={t.touchpoints}
        description={t.touchpointsIntro}
        trail={[{ to: '/feedback', label: t.title }]}
        actions={
          mayEdit && (
            <>
              <Button component={Link} to="/journeys/new" variant="default">
                {t.newJourney}
              </Button>
              <Button component={Link} to="/touchpoints/new">
                {t.newTouchpoint}
              </Button>
            </>
          )
        }
      />
      <p className={classes.switch}>
        <Link to={includeArchived ? '?' : '?archived=yes'}>
          {includeArchived ? t.hideArchived : t.showArchived}
        </Link>
      </p>
      {groups.map(({ journeyId, name, touchpoints: own }) => (
        <Panel
          key={journeyId ?? 'none'}
          title={name}
          flush
          actions={
            mayEdit &&
            journeyId && (
              <Link to={`/journeys/${journeyId}`} aria-label={t.edit({ name })}>
                {t.change}
              </Link>
            )
          }
        >
          <DataTable
            caption={name}
            columns={columns}
            rows={own}
            rowId={({ touchpointId }) => touchpointId}
            parameter={`sort-${journeyId?.slice(-4) ?? 'none'}`}
            empty={<EmptyState title={t.noTouchpoints}>{t.noTouchpointsHelp}</EmptyState>}
          />
        </Panel>
      ))}
    </>
  );
}
