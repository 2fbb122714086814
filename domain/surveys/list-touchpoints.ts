import { authorise } from '../access';
import type { Context } from '../context';
import { selectTouchpoints } from './open-link-store';

/** The touchpoints at which feedback can be asked for, in the order of the journey. */
export async function listTouchpointChoices(ctx: Context): ReturnType<typeof selectTouchpoints> {
  authorise(ctx.viewer, 'read', 'OpenLink');
  return selectTouchpoints(ctx.db);
}
