import { z } from 'zod';
import { InvalidInput } from '../../platform/errors';
import { parseInput } from '../../platform/parse-input';
import type { Context } from '../context';
import { todayOf } from '../organisation';
import { recordAuditEntry } from '../privacy';
import { noteSignIn } from './access-store';
import { findCredentialByEmail } from './credential-store';
import { isPasswordOf } from './password';
import { countSignIn, normalEmail, type Origin } from './sign-in-limit';
import { rememberBrowser } from './known-browser';

const signInInput = z.object({
  email: z.string().trim().max(320),
  password: z.string().max(1_000),
});

/** One and the same for an unknown mail address, a wrong password and a disabled account. */
export class SignInRefused extends InvalidInput {
  constructor() {
    super([], { en: 'The mail address or the password is wrong.', zh: '邮箱或密码不正确。' });
  }
}

export interface VerifiedSignIn {
  userAccountId: string;
  /** What the browser keeps, to be known the next time. */
  browserTokens: string[];
}

/**
 * The account that mail address and password belong to. Throws SignInRefused, and TooManyAttempts before it looks at the
 * password; each password that was looked at leaves an audit entry.
 */
export async function verifySignIn(
  ctx: Context,
  input: unknown,
  origin: Origin,
): Promise<VerifiedSignIn> {
  const { email, password } = parseInput(signInInput, input);
  const countAsRight = await countSignIn(ctx, { email, origin });
  const known = await findCredentialByEmail(ctx.db, { email, today: todayOf(ctx) });
  const isRight = await isPasswordOf(known?.passwordHash, password);
  await recordAuditEntry(ctx, {
    action: isRight ? 'identity.sign_in' : 'identity.sign_in_refused',
    subjectType: 'UserAccount',
    subjectId: known?.userAccountId ?? null,
    // A refused attempt was made by somebody, not by the person whose account it is.
    ...(known && isRight && { actorUserAccountId: known.userAccountId }),
  });
  if (!known || !isRight) throw new SignInRefused();
  await countAsRight();
  await noteSignIn(ctx.db, known.userAccountId, ctx.clock.now());
  const { browserTokens: tokens } = origin;
  return {
    userAccountId: known.userAccountId,
    browserTokens: rememberBrowser(ctx, { email: normalEmail(email), tokens }),
  };
}
