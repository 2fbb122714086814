import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { Conflict, NotFound } from '../../platform/errors';
import { randomId } from '../../platform/ids';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { insertInvitations, selectPeopleToAsk } from './invitation-store';
import { askJobName } from './job-names';
import { countByDepartment, countedDepartments, participationShown } from './participation';
import { pulseErrors, type PulseRound } from './pulse';
import { selectTree } from './release-store';
import { hasOpenRound, markOpen, selectRoundById } from './round-store';
import { insertRoundTree } from './round-tree-store';
import { tenureBandOn } from './tenure-band';

const reminderDays = [3, 5];

/** Opens a planned round: invites everyone who works here today, now and with two reminders, and locks the promise. */
export const openPulseRound = audited(
  'pulse_round.open',
  async (ctx: Context, { roundId }: { roundId: string }): Promise<PulseRound> => {
    authorise(ctx.viewer, 'update', 'PulseRound');
    const now = ctx.clock.now();
    const round = await selectRoundById(ctx.db, roundId);
    if (!round) throw new NotFound();
    if (round.status !== 'planned') throw new Conflict(pulseErrors.notPlanned);
    if (round.closesAt <= now) throw new Conflict(pulseErrors.alreadyOver);
    if (await hasOpenRound(ctx.db)) throw new Conflict(pulseErrors.otherRoundOpen);
    if (!(await markOpen(ctx.db, { roundId, programmeId: round.programmeId, at: now }))) {
      throw new Conflict(pulseErrors.notPlanned);
    }
    await invite(ctx, round, now);
    await planMails(ctx, round, now);
    return (await selectRoundById(ctx.db, roundId))!;
  },
  ({ roundId }) => ({ subjectType: 'PulseRound', subjectId: roundId }),
);

async function invite(ctx: Context, round: PulseRound, now: Date): Promise<void> {
  const day = DateTime.fromJSDate(now, { zone: ctx.organisation.timeZone }).toISODate()!;
  const people = await selectPeopleToAsk(ctx.db, day);
  if (people.length === 0) throw new Conflict(pulseErrors.nobody);
  const tree = await selectTree(ctx.db);
  const shown = participationShown(tree, countByDepartment(people), round.minimumGroup);
  const counted = countedDepartments(tree, shown);
  const invitations = people.map(({ employeeId, departmentId, hiredOn, email }) => {
    return {
      invitationId: randomId(),
      employeeId,
      departmentId,
      countedDepartmentId: counted.get(departmentId) ?? null,
      tenureBand: tenureBandOn(day, hiredOn),
      emailHash: email ? createHash('sha256').update(email.toLowerCase()).digest() : null,
    };
  });
  await insertInvitations(ctx.db, round.roundId, invitations);
  await insertRoundTree(ctx.db, { roundId: round.roundId, tree, shown });
}

async function planMails(ctx: Context, round: PulseRound, now: Date): Promise<void> {
  const { roundId } = round;
  await ctx.queue.enqueue(ctx.db, askJobName, { roundId, occasion: 'opening', after: null });
  for (const days of reminderDays) {
    const runAt = DateTime.fromJSDate(now, { zone: ctx.organisation.timeZone })
      .plus({ days })
      .toJSDate();
    if (runAt >= round.closesAt) continue;
    const payload = { roundId, occasion: 'reminder', after: null };
    await ctx.queue.enqueue(ctx.db, askJobName, payload, {
      runAt,
      jobKey: `pulse-reminder:${roundId}:${days}`,
    });
  }
}
