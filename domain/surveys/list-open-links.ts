import { NotFound } from '../../platform/errors';
import { authorise } from '../access';
import type { Context } from '../context';
import type { OpenLink } from './open-link';
import { selectOpenLinks } from './open-link-store';

/** All links, those in use first. There are as many as there are places to ask at, so they come at once. */
export async function listOpenLinks(ctx: Context): Promise<OpenLink[]> {
  authorise(ctx.viewer, 'read', 'OpenLink');
  return selectOpenLinks(ctx.db);
}

/** One link. */
export async function getOpenLink(
  ctx: Context,
  { openLinkId }: { openLinkId: string },
): Promise<OpenLink> {
  authorise(ctx.viewer, 'read', 'OpenLink');
  const [link] = await selectOpenLinks(ctx.db, openLinkId);
  if (!link) throw new NotFound();
  return link;
}

/** The address behind a link, as it is handed out. */
export function addressOf(ctx: Context, link: Pick<OpenLink, 'token'>): string {
  return `${ctx.config.baseUrl}/f/${link.token}`;
}
