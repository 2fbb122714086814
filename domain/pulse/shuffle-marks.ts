import { authorise } from '../access';
import { type Context, inTransaction } from '../context';
import { rewriteMarksInNewOrder } from './participation-mark-store';

/** Takes from the marks of who took part what their order and their transactions tell about the ballots. */
export function shuffleMarks(ctx: Context): Promise<void> {
  authorise(ctx.viewer, 'manage', 'PulseRound');
  return inTransaction(ctx, ({ db }) => rewriteMarksInNewOrder(db));
}
