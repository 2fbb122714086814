import { describe, expect, it } from 'vitest';

import { RateLimited } from '../platform/errors';
import { createRateLimits } from './rate-limits';

const attempt = { email: 'kim@example.com', address: '192.0.2.1' };

async function refuse(
  limits: ReturnType<typeof createRateLimits>,
  times: number,
  who = attempt,
): Promise<void> {
  for (let n = 0; n < times; n++) await limits.signInRefused(who);
}

describe('trying to sign in', () => {
  it('is possible until the eighth refusal for a mail address', async () => {
    const limits = createRateLimits({ publicFormsPerMinute: 1 });
    await refuse(limits, 7);
    await expect(limits.assertMaySignIn(attempt)).resolves.toBeUndefined();
    await refuse(limits, 1);
    await expect(limits.assertMaySignIn(attempt)).rejects.toThrow(RateLimited);
  });

  it('is not made impossible for the person by somebody elsewhere', async () => {
    const limits = createRateLimits({ publicFormsPerMinute: 1 });
    await refuse(limits, 20);
    await expect(
      limits.assertMaySignIn({ ...attempt, address: '198.51.100.7' }),
    ).resolves.toBeUndefined();
  });

  it('ends for a network address that tries one mail address after the other', async () => {
    const limits = createRateLimits({ publicFormsPerMinute: 1 });
    for (let n = 0; n < 60; n++)
      await refuse(limits, 1, { ...attempt, email: `person${n}@example.com` });
    await expect(limits.assertMaySignIn({ ...attempt, email: 'new@example.com' })).rejects.toThrow(
      RateLimited,
    );
  });

  it('counts the same mail address however it is written', async () => {
    const limits = createRateLimits({ publicFormsPerMinute: 1 });
    await refuse(limits, 8, { ...attempt, email: ' KIM@example.com ' });
    await expect(limits.assertMaySignIn(attempt)).rejects.toThrow(RateLimited);
  });
});

describe('asking for a new password', () => {
  it('is possible five times an hour for a mail address, wherever it is asked from', async () => {
    const limits = createRateLimits({ publicFormsPerMinute: 0 });
    for (let n = 0; n < 5; n++)
      await limits.assertMayAskForPassword({ ...attempt, address: `192.0.2.${n}` });
    await expect(
      limits.assertMayAskForPassword({ email: ' KIM@example.com ', address: '198.51.100.7' }),
    ).rejects.toThrow(RateLimited);
  });

  it('ends for a network address that asks for one mail address after the other', async () => {
    const limits = createRateLimits({ publicFormsPerMinute: 0 });
    for (let n = 0; n < 20; n++)
      await limits.assertMayAskForPassword({ ...attempt, email: `person${n}@example.com` });
    await expect(
      limits.assertMayAskForPassword({ ...attempt, email: 'new@example.com' }),
    ).rejects.toThrow(RateLimited);
  });
});
