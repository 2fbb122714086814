import { z } from 'zod';
import { InvalidInput } from '../../platform/errors';
import { parseInput } from '../../platform/parse-input';
import type { Context } from '../context';
import { recordAuditEntry } from '../privacy';
import { noteSignIn } from './access-store';
import { findCredentialByEmail } from './credential-store';
import { isPasswordOf } from './password';

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

/** The account that mail address and password belong to. Throws SignInRefused; both outcomes leave an audit entry. */
export async function verifySignIn(
  ctx: Context,
  input: unknown,
): Promise<{ userAccountId: string }> {
  const { email, password } = parseInput(signInInput, input);
  const known = await findCredentialByEmail(ctx.db, email);
  const isRight = await isPasswordOf(known?.passwordHash, password);
  await recordAuditEntry(ctx, {
    action: isRight ? 'identity.sign_in' : 'identity.sign_in_refused',
    subjectType: 'UserAccount',
    subjectId: known?.userAccountId ?? null,
    // A refused attempt was made by somebody, not by the person whose account it is.
    ...(known && isRight && { actorUserAccountId: known.userAccountId }),
  });
  if (!known || !isRight) throw new SignInRefused();
  await noteSignIn(ctx.db, known.userAccountId, ctx.clock.now());
  return { userAccountId: known.userAccountId };
}
