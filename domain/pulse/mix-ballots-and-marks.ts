import { authorise } from '../access';
import { type Context, inTransaction } from '../context';
import { mixBallots } from './ballot-store';
import { rewriteMarksInNewOrder } from './participation-mark-store';

/**
 * Takes from ballots, and from the marks of who took part, what their order and their transactions tell: about each
 * other, and about what else happened at that moment. Each is a transaction of its own.
 */
export async function mixBallotsAndMarks(ctx: Context): Promise<void> {
  authorise(ctx.viewer, 'manage', 'PulseRound');
  await inTransaction(ctx, ({ db }) => mixBallots(db));
  await inTransaction(ctx, ({ db }) => rewriteMarksInNewOrder(db));
}
