import type { Locale } from '../../universal/text';
import type { Context } from '../context';
import {
  accessLinkAddress,
  accessLinkLifetimes,
  type AccessLinkPurpose,
  accessTokenHash,
  newAccessToken,
} from './access-link';
import { insertAccessLink } from './access-link-store';

/** Makes a link for an account in the caller's transaction. The address holds the token: it goes into a mail and nowhere else. */
export async function createAccessLink(
  ctx: Context,
  {
    userAccountId,
    purpose,
    locale,
  }: { userAccountId: string; purpose: AccessLinkPurpose; locale: Locale },
): Promise<{ address: string; expiresAt: Date }> {
  const token = newAccessToken();
  const createdAt = ctx.clock.now();
  const expiresAt = new Date(createdAt.getTime() + accessLinkLifetimes[purpose]);
  await insertAccessLink(ctx.db, {
    tokenHash: accessTokenHash(token),
    userAccountId,
    purpose,
    createdAt,
    expiresAt,
  });
  return { address: accessLinkAddress(ctx.config.baseUrl, token, locale), expiresAt };
}
