import type { Context } from '../context';
import { todayOf } from '../organisation';
import { accessTokenHash } from './access-link';
import { findOpenAccessLink, type OpenAccessLink } from './access-link-store';

/**
 * For whom a link is and what for; undefined when it does not work (any more). Whoever holds the token may know:
 * nobody is signed in here.
 */
export function findAccessLink(
  ctx: Context,
  { token }: { token: string },
): Promise<OpenAccessLink | undefined> {
  return findOpenAccessLink(ctx.db, {
    tokenHash: accessTokenHash(token),
    now: ctx.clock.now(),
    today: todayOf(ctx),
  });
}
