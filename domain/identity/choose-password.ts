import { parseInput } from '../../platform/parse-input';
import type { AuditAction } from '../../universal/audit-action';
import { choosePasswordForm } from '../../universal/password-form';
import { type Context, inTransaction } from '../context';
import { todayOf } from '../organisation';
import { recordAuditEntry } from '../privacy';
import { AccessLinkIsSpent, type AccessLinkPurpose, accessTokenHash } from './access-link';
import { deleteAccessLinksOf, findOpenAccessLink, takeAccessLink } from './access-link-store';
import { passwordChangedMail } from './access-mail';
import { findAccountRecipient, noteAcceptance, noteSignIn } from './access-store';
import { storePasswordHash } from './credential-store';
import { hashPassword } from './password';
import { assertHardToGuess, wordsAbout } from './password-strength';
import { deleteSessionsOf } from './session-store';

const actions = {
  invitation: 'identity.accept_invitation',
  password_reset: 'identity.reset_password',
} as const satisfies Record<AccessLinkPurpose, AuditAction>;

/**
 * Stores the password that the holder of a link has chosen, uses up the link and ends every session and every other
 * link of the account. All of it or nothing: a password that is refused leaves the link as it is.
 */
export async function choosePassword(
  ctx: Context,
  { token, newPassword }: { token: string; newPassword: unknown },
): Promise<{ userAccountId: string }> {
  const tokenHash = accessTokenHash(token);
  const now = ctx.clock.now();
  // First, so that nobody can make the server hash passwords without a link.
  const opened = await findOpenAccessLink(ctx.db, { tokenHash, now, today: todayOf(ctx) });
  if (!opened) throw new AccessLinkIsSpent();
  const chosen = parseInput(choosePasswordForm, { newPassword });
  await assertHardToGuess(chosen.newPassword, {
    path: 'newPassword',
    known: wordsAbout(ctx, opened),
  });
  const passwordHash = await hashPassword(chosen.newPassword);
  return inTransaction(ctx, async (tx) => {
    const link = await takeAccessLink(tx.db, { tokenHash, now, today: todayOf(ctx) });
    if (!link) throw new AccessLinkIsSpent();
    const { userAccountId, purpose } = link;
    await noteAcceptance(tx.db, userAccountId, now);
    await storePasswordHash(tx.db, { userAccountId, passwordHash, changedAt: now });
    await deleteSessionsOf(tx.db, userAccountId);
    await deleteAccessLinksOf(tx.db, userAccountId);
    await noteSignIn(tx.db, userAccountId, now);
    if (purpose === 'password_reset') await tellOfChange(tx, userAccountId, now);
    await recordAuditEntry(tx, {
      action: actions[purpose],
      subjectType: 'UserAccount',
      subjectId: userAccountId,
      actorUserAccountId: userAccountId,
    });
    return { userAccountId };
  });
}

async function tellOfChange(ctx: Context, userAccountId: string, changedAt: Date): Promise<void> {
  const found = await findAccountRecipient(ctx.db, { userAccountId, today: todayOf(ctx) });
  if (!found) return;
  const recipient = { ...found, locale: found.locale ?? ctx.organisation.defaultLocale };
  await ctx.mailer.send(passwordChangedMail(ctx, recipient, changedAt), { db: ctx.db });
}
