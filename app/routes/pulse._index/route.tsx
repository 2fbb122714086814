import { Button } from '@mantine/core';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { smallestParticipation } from '../../../universal/pulse/small-group';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { useMessages } from '../../locale';
import { pulseMessages } from '../../locales/pulse';
import { pageTitle } from '../../page-title';
import { FigureTile } from '../../pulse/figure-tile';
import { loadDepartments, loadParticipation, startingDepartment } from '../../pulse/load-pulse';
import { OwnPulse } from '../../pulse/own-pulse';
import { ParticipationTable } from '../../pulse/participation-table';
import { PulseHomeDocument } from '../../pulse/pulse.document';
import classes from '../../pulse/pulse.module.css';
import { RoundsTable } from '../../pulse/rounds-table';
import { SmallGroupNotice } from '../../pulse/small-group-notice';

export const meta = pageTitle(pulseMessages, (t) => t.title);

export async function loader({ context }: LoaderFunctionArgs) {
  const { ownPulse, pulseRounds } = await context.query(PulseHomeDocument);
  const open = pulseRounds.find(({ status }) => status === 'OPEN');
  const released = pulseRounds.find(({ isReleased }) => isReleased);
  const [participation, departments] = await Promise.all([
    open ? loadParticipation(context, open.roundId) : [],
    released ? loadDepartments(context, released.roundId) : [],
  ]);
  const start = startingDepartment(departments, participation);
  return {
    own: ownPulse,
    rounds: pulseRounds,
    open: open ?? null,
    participation,
    released: released ?? null,
    department: departments.find(({ department }) => department?.departmentId === start) ?? null,
    canManage: context.viewer?.roles.includes('hr') ?? false,
  };
}

export default function Pulse() {
  const t = useMessages(pulseMessages);
  const { own, rounds, open, participation, released, department, canManage } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t.title}
        description={t.description}
        actions={
          canManage && (
            <Button component={Link} to="/pulse/rounds">
              {t.manageRounds}
            </Button>
          )
        }
      />
      <div className={classes.stack}>
        <OwnPulse own={own} />
        {open && participation.length > 0 && (
          <Panel
            flush
            title={t.participation}
            description={t.participationText({ group: smallestParticipation(open.minimumGroup) })}
          >
            <ParticipationTable rows={participation} />
          </Panel>
        )}
        {released && department && (
          <Panel
            title={t.latest}
            description={t.latestText({ department: department.department?.name ?? '' })}
            actions={<Link to={`/pulse/rounds/${released.roundId}`}>{t.allResults}</Link>}
          >
            <div className={classes.stack}>
              <SmallGroupNotice round={released} />
              <div className={classes.pair}>
                <FigureTile
                  name={t.enps}
                  explanation={t.enpsExplained}
                  figure={department.figures.enps}
                />
                <FigureTile
                  name={t.engagement}
                  explanation={t.engagementExplained}
                  figure={department.figures.engagement}
                />
              </div>
              <p className="quiet small">
                {t.withheldText({ group: released.minimumGroup })} {t.boundText}
              </p>
              <div>
                <h3>{t.whatNext}</h3>
                <p>{t.whatNextText}</p>
              </div>
            </div>
          </Panel>
        )}
        <Panel flush title={t.rounds}>
          <RoundsTable rounds={rounds} />
        </Panel>
      </div>
    </>
  );
}
