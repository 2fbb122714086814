import { DateTime } from 'luxon';
import { NotFound } from '../../platform/errors';
import { isAllowed, type Viewer } from '../access';
import type { Context } from '../context';
import { hasTakenPart, selectOpenInvitation } from './invitation-store';
import type { PulseRound } from './pulse';
import { pulsePath } from './pulse-link';
import { selectRoundById, selectRounds } from './round-store';

/** That a round takes place is known to all who can be asked or may read results; planned ones only to those who plan. */
function mayKnow(viewer: Viewer, round: PulseRound): boolean {
  if (isAllowed(viewer, 'update', 'PulseRound')) return true;
  return (
    round.status !== 'planned' &&
    (isAllowed(viewer, 'read', 'PulseRelease') || isAllowed(viewer, 'read', 'PulseInvitation'))
  );
}

/** Rounds that the viewer may know of, the newest first. */
export async function listPulseRounds(ctx: Context): Promise<PulseRound[]> {
  return (await selectRounds(ctx.db)).filter((round) => mayKnow(ctx.viewer, round));
}

/** One round that the viewer may know of. */
export async function getPulseRound(
  ctx: Context,
  { roundId }: { roundId: string },
): Promise<PulseRound> {
  const round = await selectRoundById(ctx.db, roundId);
  if (!round || !mayKnow(ctx.viewer, round)) throw new NotFound();
  return round;
}

/** The viewer's own pulse to answer. */
export interface OwnPulse {
  round: PulseRound;
  isAnswered: boolean;
  path: string;
  /** Whole days until it closes, today included. */
  daysLeft: number;
}

/** The open round to which the viewer is invited; null when there is none. */
export async function findOwnPulse(ctx: Context): Promise<OwnPulse | null> {
  const { viewer } = ctx;
  if (viewer.kind !== 'signed-in' || !viewer.employeeId) return null;
  if (!isAllowed(viewer, 'answer', 'PulseInvitation', { employeeId: viewer.employeeId }))
    return null;
  const invitation = await selectOpenInvitation(ctx.db, viewer.employeeId);
  const round = invitation && (await selectRoundById(ctx.db, invitation.roundId));
  if (!round) return null;
  const today = DateTime.fromJSDate(ctx.clock.now(), { zone: ctx.organisation.timeZone }).startOf(
    'day',
  );
  return {
    round,
    isAnswered: await hasTakenPart(ctx, invitation),
    path: pulsePath(ctx, invitation.invitationId),
    daysLeft: Math.max(0, Math.ceil(DateTime.fromJSDate(round.closesAt).diff(today, 'days').days)),
  };
}
