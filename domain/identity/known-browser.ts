import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from '../context';

/** As many people as may share a browser without it forgetting one of them. */
const mostTokens = 5;
const tokenShape = /^[\w-]{16}\.[\w-]{43}$/;

type Keyed = Pick<Context, 'config'>;

/**
 * What a browser keeps to be known as one in which the account was signed in to: a random name and a seal that only fits
 * the name and the mail address. It opens nothing; it only has wrong passwords counted apart from those of strangers
 * ("device cookies", OWASP, Slow Down Online Guessing Attacks).
 */
export function rememberBrowser(
  ctx: Keyed,
  { email, tokens }: { email: string; tokens: readonly string[] },
): string[] {
  const others = tokens.filter((token) => !isSealedFor(ctx, email, token));
  const name = randomBytes(12).toString('base64url');
  return [`${name}.${sealOf(ctx, email, name)}`, ...others].slice(0, mostTokens);
}

/** The name under which this browser is known for the account; undefined for a stranger's. */
export function findKnownBrowser(
  ctx: Keyed,
  { email, tokens }: { email: string; tokens: readonly string[] },
): string | undefined {
  return tokens.find((token) => isSealedFor(ctx, email, token))?.split('.')[0];
}

function isSealedFor(ctx: Keyed, email: string, token: string): boolean {
  if (!tokenShape.test(token)) return false;
  const [name = '', seal = ''] = token.split('.');
  return timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(ctx, email, name)));
}

function sealOf({ config }: Keyed, email: string, name: string): string {
  return createHmac('sha256', config.secret)
    .update(`known browser ${name} ${email}`)
    .digest('base64url');
}
