import { z } from 'zod';
import { AppError, Conflict } from '../../platform/errors';
import { parseInput } from '../../platform/parse-input';
import type { RunningJob } from '../../platform/queue';
import { authorise } from '../access';
import { type Context, inTransaction } from '../context';
import { countEmployees, employeeFilter, listEmployees } from '../organisation';
import { recordAuditEntry } from '../privacy';
import { inviteEmployee } from './invite-employee';
import { loadViewer } from './load-viewer';

export const inviteEmployeesJob = 'identity.invite-employees';
const peopleAtOnce = 100;

/** Whom to invite, and who wants it: the work is done, and recorded, as that person. */
export const inviteEmployeesPayload = z.object({
  filter: employeeFilter,
  invitedBy: z.uuid(),
});

/** Everybody whom the filter names has access, or no mail address. */
export class NobodyToInvite extends Conflict {
  constructor() {
    super({
      en: 'There is nobody to invite: everyone chosen has access or no mail address.',
      zh: '没有需要邀请的人员：所选人员均已可登录或没有邮箱。',
    });
  }
}

/** Begins to invite everybody of a list who has a mail address and no access; tells how many they are. */
export function inviteEmployees(ctx: Context, input: { filter: unknown }): Promise<number> {
  const { viewer } = ctx;
  authorise(viewer, 'manage', 'UserAccount');
  if (viewer.kind !== 'signed-in') throw new TypeError('An invitation comes from a person');
  const filter = { ...parseInput(employeeFilter, input.filter), access: 'INVITABLE' as const };
  return inTransaction(ctx, async (tx) => {
    const count = await countEmployees(tx, { filter });
    if (count === 0) throw new NobodyToInvite();
    await ctx.queue.enqueue(tx.db, inviteEmployeesJob, {
      filter,
      invitedBy: viewer.userAccountId,
    });
    await recordAuditEntry(tx, {
      action: 'identity.invite_employees',
      subjectType: 'UserAccount',
      details: { count },
    });
    return count;
  });
}

/** Invites them one by one. Who is invited falls out of the list, so a second run writes to nobody again. */
export async function runInvitations(
  system: Context,
  { filter, invitedBy }: z.output<typeof inviteEmployeesPayload>,
  job: Pick<RunningJob, 'signal' | 'progress'>,
): Promise<void> {
  const ctx = { ...system, viewer: await loadViewer(system, { userAccountId: invitedBy }) };
  const total = await countEmployees(ctx, { filter });
  let after: string | undefined;
  for (let done = 0; ;) {
    const people = await listEmployees(ctx, { filter, page: { limit: peopleAtOnce, after } });
    for (const { employeeId } of people) {
      await inviteOne(ctx, employeeId);
      done += 1;
      job.signal.throwIfAborted();
    }
    await job.progress(done, total);
    after = people.at(-1)?.cursor;
    if (people.length < peopleAtOnce) return;
  }
}

/** What stands in the way of one person must not keep the others waiting; the person's page says what it is. */
async function inviteOne(ctx: Context, employeeId: string): Promise<void> {
  try {
    await inviteEmployee(ctx, { employeeId });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'CONFLICT') throw error;
    ctx.log.warn({ reason: error.name }, 'A person could not be invited');
  }
}
