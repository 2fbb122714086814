import { NotFound } from '../../platform/errors';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import type { OpenLink } from './open-link';
import { markDeactivated, selectOpenLinks } from './open-link-store';

/** Takes a link out of use for good; what came in through it stays. A second time changes nothing. */
export const deactivateOpenLink = audited(
  'open_link.deactivate',
  async (ctx: Context, { openLinkId }: { openLinkId: string }): Promise<OpenLink> => {
    authorise(ctx.viewer, 'update', 'OpenLink');
    await markDeactivated(ctx.db, openLinkId, ctx.clock.now());
    const [link] = await selectOpenLinks(ctx.db, openLinkId);
    if (!link) throw new NotFound();
    return link;
  },
  ({ openLinkId }) => ({ subjectType: 'OpenLink', subjectId: openLinkId }),
);
