import { type Context, inTransaction } from '../../context';
import { findTimeZone, zoneChangedJob } from '../../organisation';
import { moveDaysToZone } from './day-store';

/** Moves every day that came without a time to noon of that same day in the organisation's zone as it is now. */
export async function keepDays(ctx: Context): Promise<void> {
  const timeZone = await findTimeZone(ctx);
  const moved = await inTransaction(ctx, ({ db }) => moveDaysToZone(db, { timeZone }));
  ctx.log.info({ timeZone, moved }, 'Days of feedback stand in the zone of the organisation');
}

/** After work that stored days in the given zone: has them moved if the organisation's zone is another one by now. */
export async function keepDaysIfZoneChanged(ctx: Context, storedIn: string): Promise<void> {
  if ((await findTimeZone(ctx)) === storedIn) return;
  await ctx.queue.enqueue(ctx.db, zoneChangedJob, {}, { jobKey: zoneChangedJob });
}
