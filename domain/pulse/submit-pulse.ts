import { Unavailable } from '../../platform/errors';
import type { Context } from '../context';
import { todayOf } from '../organisation';
import {
  type AnswerProblem,
  type Answers,
  getSurveyVersion,
  readAnswers,
  type SurveyVersion,
} from '../surveys';
import { ballotIdOf, participationMark, sealSheet, secretCheck } from './ballot';
import { hasBallot, insertBallot } from './ballot-store';
import { type FoundInvitation, hasTakenPart, selectInvitation } from './invitation-store';
import type { PulseRound } from './pulse';
import { readPulseToken } from './pulse-link';
import { selectRoundById } from './round-store';
import type { Sheet } from './sheet';

/** What stands behind a personal link. */
export type PulseInvitation =
  | { state: 'unknown' }
  | { state: 'closed' | 'answered' | 'open'; round: PulseRound; version: SurveyVersion };

type Known = FoundInvitation & { round: PulseRound; version: SurveyVersion; isAnswered: boolean };

/** What the page behind a personal link may show. Whoever holds the link may ask. */
export async function findPulseInvitation(ctx: Context, token: string): Promise<PulseInvitation> {
  const known = await findKnown(ctx, token);
  if (!known) return { state: 'unknown' };
  const { round, version } = known;
  if (known.isAnswered) return { state: 'answered', round, version };
  return { state: round.status === 'open' ? 'open' : 'closed', round, version };
}

async function findKnown(ctx: Context, token: string): Promise<Known | undefined> {
  const invitationId = readPulseToken(ctx, token);
  const invitation =
    invitationId && (await selectInvitation(ctx.db, { invitationId, day: todayOf(ctx) }));
  const round = invitation && (await selectRoundById(ctx.db, invitation.roundId));
  if (!round) return undefined;
  return {
    ...invitation,
    round,
    version: await getSurveyVersion(ctx, round.surveyVersionId),
    isAnswered: await hasTakenPart(ctx, invitation),
  };
}

interface PulseSubmission {
  token: string;
  /** Random, made with the page and never stored: the id of the ballot follows from it. */
  pageKey: string;
  submitted: Readonly<Record<string, unknown>>;
}

export type PulseOutcome =
  | { ok: true; state: 'stored' | 'answered' | 'closed' | 'unknown' }
  | { ok: false; problems: readonly AnswerProblem[] };

/**
 * Stores an employee's answers as a sealed ballot. The same page sent twice stores once, and nobody answers twice: the
 * ballot and the mark that the person took part are stored together or not at all.
 */
export async function submitPulse(
  ctx: Context,
  { token, pageKey, submitted }: PulseSubmission,
): Promise<PulseOutcome> {
  const known = await findKnown(ctx, token);
  if (!known) return { ok: true, state: 'unknown' };
  const { invitationId, roundId, version } = known;
  const read = readAnswers(version.questions, submitted);
  if (!read.ok) return known.round.status === 'open' && !known.isAnswered ? read : stateOnly(known);
  const ballotId = ballotIdOf(ctx, { invitationId, pageKey });
  if (known.isAnswered) return stateOfAnswered(ctx, ballotId);
  const outcome = await insertBallot(ctx.db, {
    roundId,
    ballotId,
    sealed: sealSheet(ctx, {
      roundId,
      sheet: sheetOf(known, read.answers),
      questions: version.questions,
    }),
    mark: participationMark(ctx, invitationId),
    countedDepartmentId: known.countedDepartmentId,
    secretCheck: secretCheck(ctx, roundId),
  });
  if (outcome === 'sealed_otherwise') {
    ctx.log.error('The secret is not the one with which this pulse round was opened');
    throw new Unavailable();
  }
  return outcome === 'answered' ? stateOfAnswered(ctx, ballotId) : { ok: true, state: outcome };
}

/** Somebody who took part is thanked again when it is the same page that comes once more. */
async function stateOfAnswered({ db }: Context, ballotId: string): Promise<PulseOutcome> {
  return { ok: true, state: (await hasBallot(db, ballotId)) ? 'stored' : 'answered' };
}

function stateOnly(known: Known): PulseOutcome {
  return { ok: true, state: known.isAnswered ? 'answered' : 'closed' };
}

function sheetOf(known: Known, { scores, comments }: Answers): Sheet {
  return {
    departmentId: known.departmentId,
    tenureBand: known.tenureBand,
    scores: [...scores],
    comments: [...comments],
  };
}
