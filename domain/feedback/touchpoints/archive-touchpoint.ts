import { NotFound } from '../../../platform/errors';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { audited } from '../../privacy';
import { setTouchpointArchived } from './touchpoint-store';

/** Takes a touchpoint out of use, or back into it. Its feedback stays where it is. */
export const archiveTouchpoint = audited(
  'touchpoint.archive',
  async (
    ctx: Context,
    { touchpointId, isArchived }: { touchpointId: string; isArchived: boolean },
  ): Promise<string> => {
    authorise(ctx.viewer, 'update', 'Touchpoint');
    const archivedAt = isArchived ? ctx.clock.now() : null;
    if (!(await setTouchpointArchived(ctx.db, touchpointId, archivedAt))) throw new NotFound();
    return touchpointId;
  },
  ({ isArchived }, touchpointId) => ({
    subjectType: 'Touchpoint',
    subjectId: touchpointId,
    details: { isArchived },
  }),
);
