import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { smallestParticipation } from '../../../universal/pulse/small-group';
import { graphql } from '../../graphql';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { useMessages } from '../../locale';
import { pulseMessages } from '../../locales/pulse';
import { pageTitle } from '../../page-title';
import {
  isResponsible,
  loadDepartments,
  loadParticipation,
  startingDepartment,
} from '../../pulse/load-pulse';
import { ParticipationTable } from '../../pulse/participation-table';
import { PulseCommentsDocument, PulseResultsDocument } from '../../pulse/pulse.document';
import { roundFragment } from '../../pulse/pulse-figure.document';
import classes from '../../pulse/pulse.module.css';
import { RoundStatus } from '../../pulse/round-status';
import { Results } from './results';

export const meta = pageTitle(pulseMessages, (t) => t.results);

const PulseRoundDocument = graphql(
  `
    query PulseRound($roundId: ID!) {
      pulseRound(roundId: $roundId) {
        ...PulseRoundFacts
      }
    }
  `,
  [roundFragment],
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const roundId = params['roundId'] ?? '';
  const search = new URL(request.url).searchParams;
  const [{ pulseRound: round }, participation] = await Promise.all([
    context.query(PulseRoundDocument, { roundId }),
    loadParticipation(context, roundId),
  ]);
  if (!round.isReleased) return { round, participation, results: null };
  const departments = await loadDepartments(context, roundId);
  const departmentId =
    search.get('department') ?? startingDepartment(departments, participation) ?? '';
  const page = Math.max(1, Number(search.get('page')) || 1);
  const isTheirs = participation.some(
    ({ department }) => department?.departmentId === departmentId,
  );
  const [{ pulseResults }, comments] = await Promise.all([
    context.query(PulseResultsDocument, { roundId, departmentId }),
    isResponsible(context) && isTheirs
      ? context.query(PulseCommentsDocument, { roundId, departmentId, page })
      : null,
  ]);
  return {
    round,
    participation,
    results: {
      departments,
      departmentId,
      page,
      results: pulseResults,
      comments: comments?.pulseComments ?? null,
    },
  };
}

export default function PulseRound() {
  const t = useMessages(pulseMessages);
  const { round, participation, results } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t.roundOf({ name: round.name, number: round.number })}
        trail={[{ to: '/pulse', label: t.title }]}
        description={<RoundStatus round={round} />}
      />
      <div className={classes.stack}>
        {results && <Results round={round} {...results} />}
        {participation.length > 0 && (
          <Panel
            flush
            title={t.participation}
            description={
              round.status === 'OPEN'
                ? t.participationText({ group: smallestParticipation(round.minimumGroup) })
                : t.participationClosed({ group: smallestParticipation(round.minimumGroup) })
            }
          >
            <ParticipationTable rows={participation} />
          </Panel>
        )}
        {!results && participation.length === 0 && <p className="quiet">{t.noRoundsText}</p>}
      </div>
    </>
  );
}
