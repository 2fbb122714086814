import { z } from 'zod';
import { parseInput } from '../../platform/parse-input';
import { forgotPasswordForm } from '../../universal/password-form';
import { type Context, inTransaction } from '../context';
import { todayOf } from '../organisation';
import { recordAuditEntry } from '../privacy';
import { passwordResetMail } from './access-mail';
import { findAccountRecipient } from './access-store';
import { createAccessLink } from './create-access-link';
import { countLinkRequest, type Origin } from './sign-in-limit';

export const sendResetLinkJob = 'identity.send-reset-link';
export const sendResetLinkPayload = z.object({ email: z.string() });

/**
 * Has a link mailed to whoever signs in with the address. Whether anybody does is found out in the background, so that
 * neither the answer nor the time it takes tells. Throws TooManyAttempts for an address that asks too often.
 */
export async function requestPasswordReset(
  ctx: Context,
  input: unknown,
  { address }: Pick<Origin, 'address'>,
): Promise<void> {
  const { email } = parseInput(forgotPasswordForm, input);
  await countLinkRequest(ctx, { email, address });
  await ctx.queue.enqueue(ctx.db, sendResetLinkJob, { email });
}

/** Mails the link, if somebody signs in with the address. A person whose invitation has expired gets one as well. */
export async function sendResetLink(
  ctx: Context,
  { email }: z.output<typeof sendResetLinkPayload>,
): Promise<void> {
  const found = await findAccountRecipient(ctx.db, { email, today: todayOf(ctx) });
  if (!found) return;
  const { userAccountId } = found;
  const recipient = { ...found, locale: found.locale ?? ctx.organisation.defaultLocale };
  await inTransaction(ctx, async (tx) => {
    const { locale } = recipient;
    const link = await createAccessLink(tx, { userAccountId, purpose: 'password_reset', locale });
    await tx.mailer.send(passwordResetMail(ctx, recipient, link), { db: tx.db });
    await recordAuditEntry(tx, {
      action: 'identity.request_password_reset',
      subjectType: 'UserAccount',
      subjectId: userAccountId,
    });
  });
}
