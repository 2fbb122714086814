import type { RequestHandler } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';

import { RateLimited } from '../platform/errors';

/** How often something may be tried from outside. Kept per process: enough against guessing, nothing to store about people. */
export interface RateLimits {
  /** Throws RateLimited after too many refused sign-ins for the mail address from one network address, or from it in all. */
  assertMaySignIn(attempt: SignInAttempt): Promise<void>;
  signInRefused(attempt: SignInAttempt): Promise<void>;
  /** Counts a request for a new password; throws RateLimited after too many for the mail address, or from the network address. */
  assertMayAskForPassword(attempt: SignInAttempt): Promise<void>;
  /** For forms that anybody may send without signing in. */
  publicForms: RequestHandler;
}

export interface SignInAttempt {
  email: string;
  address: string;
}

const quarterHour = 15 * 60;
const hour = 60 * 60;

export function createRateLimits({
  publicFormsPerMinute,
}: {
  publicFormsPerMinute: number;
}): RateLimits {
  const byAccount = new RateLimiterMemory({ points: 8, duration: quarterHour });
  const byAddress = new RateLimiterMemory({ points: 60, duration: quarterHour });
  const linksByEmail = new RateLimiterMemory({ points: 5, duration: hour });
  const linksByAddress = new RateLimiterMemory({ points: 20, duration: hour });
  const forms = new RateLimiterMemory({ points: Math.max(publicFormsPerMinute, 1), duration: 60 });
  const accountKey = ({ email, address }: SignInAttempt) =>
    `${address} ${email.trim().toLowerCase().slice(0, 320)}`;
  return {
    async assertMaySignIn(attempt) {
      const [account, address] = await Promise.all([
        byAccount.get(accountKey(attempt)),
        byAddress.get(attempt.address),
      ]);
      const isSpent = (state: typeof account) => state !== null && state.remainingPoints <= 0;
      if (isSpent(account) || isSpent(address)) throw new RateLimited();
    },
    async signInRefused(attempt) {
      // Beyond the limit these reject; the attempt counts all the same.
      await Promise.allSettled([
        byAccount.consume(accountKey(attempt)),
        byAddress.consume(attempt.address),
      ]);
    },
    async assertMayAskForPassword({ email, address }) {
      // Counted for the words as typed, so that the limit says nothing about who has an account.
      const counted = await Promise.allSettled([
        linksByEmail.consume(email.trim().toLowerCase().slice(0, 320)),
        linksByAddress.consume(address),
      ]);
      if (counted.some(({ status }) => status === 'rejected')) throw new RateLimited();
    },
    publicForms(request, response, next) {
      const isReading = request.method === 'GET' || request.method === 'HEAD';
      if (isReading || publicFormsPerMinute === 0) {
        next();
        return;
      }
      forms.consume(request.ip ?? '').then(
        () => next(),
        () => {
          response.setHeader('Retry-After', '60');
          next(new RateLimited());
        },
      );
    },
  };
}
