import { NotFound } from '../../platform/errors';
import type { Question } from '../../universal/survey';
import { accessibleIds, authorise } from '../access';
import type { Context } from '../context';
import { getSurveyVersion } from '../surveys';
import { loadAsked } from './asked-query';
import { getPulseRound, listPulseRounds } from './list-rounds';
import type { PulseRound } from './pulse';
import { selectTree } from './release-store';
import { figuresOf, type PulseFigure, readCells } from './results';
import { having, loadCells, resultsView } from './results-query';
import { type TenureBand, tenureBands } from './tenure-band';

export interface PulseFigures {
  enps: PulseFigure;
  engagement: PulseFigure;
  drivers: PulseFigure[];
}

/** What a department with everything below it said in a round, with the rounds before it. */
export interface PulseResults extends PulseFigures {
  round: PulseRound;
  departmentId: string;
  questions: readonly Question[];
  tenure: { band: TenureBand; figures: PulseFigures }[];
  trend: { round: PulseRound; enps: PulseFigure; engagement: PulseFigure }[];
}

/** Released results of one department. What the viewer may not read looks like what does not exist. */
export async function getPulseResults(
  ctx: Context,
  { roundId, departmentId }: { roundId: string; departmentId: string },
): Promise<PulseResults> {
  authorise(ctx.viewer, 'read', 'PulseRelease', { departmentId });
  const round = await getReleasedRound(ctx, roundId);
  const { questions } = await getSurveyVersion(ctx, round.surveyVersionId);
  const keys = keysOf(questions);
  const rounds = (await listPulseRounds(ctx))
    .filter(
      ({ programmeId, isReleased, number }) =>
        programmeId === round.programmeId && isReleased && number <= round.number,
    )
    .sort((a, b) => a.number - b.number);
  const [all, tenure, askedOf] = await Promise.all([
    loadCells(ctx, { departmentId, attribute: 'all' }),
    loadCells(ctx, { roundIds: [roundId], departmentId, attribute: 'tenure' }),
    loadAsked(ctx, { programmeId: round.programmeId, departmentId }),
  ]);
  const figures = rounds.map((each, index) => {
    const cells = readCells(having(all, 'round_id', each.roundId), resultsView);
    const before = readCells(
      having(all, 'round_id', rounds[index - 1]?.roundId ?? ''),
      resultsView,
    );
    const asked = askedOf({ departmentId, number: each.number });
    return { round: each, ...figuresOf(cells, before, keys, asked) };
  });
  const current = figures.at(-1);
  if (!current) throw new NotFound();
  return {
    ...current,
    departmentId,
    questions,
    trend: figures,
    tenure: tenureBands.map((band) => ({
      band,
      figures: figuresOf(
        readCells(having(tenure, 'attribute_value', band), resultsView),
        new Map(),
        keys,
      ),
    })),
  };
}

/** The figures of every department that the viewer may read, side by side, in the order of the tree. */
export async function listPulseDepartmentResults(
  ctx: Context,
  { roundId }: { roundId: string },
): Promise<{ departmentId: string; figures: PulseFigures }[]> {
  const visible = accessibleIds(ctx.viewer, 'read', 'PulseRelease', 'departmentId');
  const round = await getReleasedRound(ctx, roundId);
  const { questions } = await getSurveyVersion(ctx, round.surveyVersionId);
  const [rows, askedOf] = await Promise.all([
    loadCells(ctx, { roundIds: [roundId], attribute: 'all' }),
    loadAsked(ctx, { programmeId: round.programmeId }),
  ]);
  const tree = await selectTree(ctx.db);
  return tree
    .filter(({ departmentId }) => visible === 'all' || visible.includes(departmentId))
    .map(({ departmentId }) => ({
      departmentId,
      figures: figuresOf(
        readCells(having(rows, 'department_id', departmentId), resultsView),
        new Map(),
        keysOf(questions),
        askedOf({ departmentId, number: round.number }),
      ),
    }));
}

async function getReleasedRound(ctx: Context, roundId: string): Promise<PulseRound> {
  const round = await getPulseRound(ctx, { roundId });
  if (!round.isReleased) throw new NotFound();
  return round;
}

function keysOf(questions: readonly Question[]): {
  enpsKey: string | undefined;
  driverKeys: string[];
} {
  return {
    enpsKey: questions.find(({ kind }) => kind === 'nps')?.key,
    driverKeys: questions.filter(({ kind }) => kind === 'agreement').map(({ key }) => key),
  };
}
