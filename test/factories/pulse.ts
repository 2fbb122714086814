import {
  closePulseRound,
  createPulseProgramme,
  createPulseRound,
  openPulseRound,
  type PulseRound,
} from '../../domain/pulse';
import { submitPulse } from '../../domain/pulse';
import { pulseToken } from '../../domain/pulse/pulse-link';
import type { Context } from '../../domain/context';
import { systemViewer } from '../../domain/access';
import { randomId } from '../../platform/ids';
import { testToday } from '../harness/test-organisation';

const day = testToday.toISOString().slice(0, 10);

/** Plans a round of a new programme that can be opened at once. */
export async function aPlannedRound(
  ctx: Context,
  facts: { minimumGroup?: number } = {},
): Promise<PulseRound> {
  const asSystem = { ...ctx, viewer: systemViewer };
  const { programmeId } = await createPulseProgramme(asSystem, {
    nameEn: 'Team pulse',
    nameZh: '团队脉动',
    ...facts,
  });
  return createPulseRound(asSystem, { programmeId, opensOn: day, closesOn: '2026-11-30' });
}

/** Opens a round for everyone who works here. */
export async function anOpenRound(ctx: Context): Promise<PulseRound> {
  const { roundId } = await aPlannedRound(ctx);
  return openPulseRound({ ...ctx, viewer: systemViewer }, { roundId });
}

export function closed(ctx: Context, roundId: string): Promise<PulseRound> {
  return closePulseRound({ ...ctx, viewer: systemViewer }, { roundId });
}

/** The token of an employee's personal link. */
export async function tokenOf(ctx: Context, roundId: string, employeeId: string): Promise<string> {
  const { pulse_invitation_id: id } = await ctx.db
    .selectFrom('pulse_invitation')
    .select('pulse_invitation_id')
    .where('pulse_round_id', '=', roundId)
    .where('employee_id', '=', employeeId)
    .executeTakeFirstOrThrow();
  return pulseToken(ctx, id);
}

export const someAnswers = {
  enps: '9',
  recognition: '4',
  growth: '5',
  workload: '2',
  manager: '5',
  fairness: '3',
  tools: '4',
};

/** Answers for an employee; say only what the test is about. */
export async function answer(
  ctx: Context,
  {
    roundId,
    employeeId,
    submitted = {},
    pageKey = randomId(),
  }: {
    roundId: string;
    employeeId: string;
    submitted?: Record<string, string>;
    pageKey?: string;
  },
): ReturnType<typeof submitPulse> {
  const token = await tokenOf(ctx, roundId, employeeId);
  return submitPulse(ctx, { token, pageKey, submitted: { ...someAnswers, ...submitted } });
}
