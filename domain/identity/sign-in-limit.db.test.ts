import { describe, expect, it } from 'vitest';
import { aUserAccount } from '../../test/factories/user-account';
import { aViewer } from '../../test/factories/viewer';
import { useOwnDatabase } from '../../test/harness/use-database';
import { anonymousViewer } from '../access';
import {
  changePassword,
  hashPassword,
  requestPasswordReset,
  SignInRefused,
  TooManyAttempts,
  verifySignIn,
} from '.';

// Many at once need connections of their own.
const database = useOwnDatabase();
const password = 'a good long password';
const passwordHash = hashPassword(password);
const nobody = () => database.as(anonymousViewer).ctx;

let people = 0;
async function aPerson() {
  const email = `person${people++}@example.com`;
  const userAccountId = await aUserAccount(database.db, {
    email,
    passwordHash: await passwordHash,
  });
  return { email, userAccountId };
}

let networks = 0;
const aNetwork = () => `2001:db8:0:${(networks++).toString(16)}::1`;

interface Guess {
  email: string;
  address: string;
  password?: string;
  browserTokens?: readonly string[];
}

/** What becomes of a sign-in: `in`, `wrong` password, or made to `wait`. */
async function outcomeOf({ email, address, password: tried = 'wrong', browserTokens = [] }: Guess) {
  try {
    await verifySignIn(nobody(), { email, password: tried }, { address, browserTokens });
    return 'in';
  } catch (error) {
    if (error instanceof SignInRefused) return 'wrong';
    if (error instanceof TooManyAttempts) return 'wait';
    throw error;
  }
}

const guess = async (times: number, facts: Guess) => {
  const outcomes: string[] = [];
  for (let n = 0; n < times; n++) outcomes.push(await outcomeOf(facts));
  return outcomes;
};
const count = (outcomes: readonly string[], outcome: string) =>
  outcomes.filter((one) => one === outcome).length;

describe('guessing a password', () => {
  it('has no more tries at once than one after the other', async () => {
    const { email } = await aPerson();
    const address = aNetwork();
    const outcomes = await Promise.all(
      Array.from({ length: 59 }, () => outcomeOf({ email, address })),
    );
    expect(count(outcomes, 'wrong')).toBe(8);
    expect(count(outcomes, 'wait')).toBe(51);
  });

  it('has no more tries with the mail address written in other ways', async () => {
    const { email } = await aPerson();
    const address = aNetwork();
    const ways = [
      email,
      ` ${email} `,
      email.toUpperCase(),
      email.replace('person', 'ｐｅｒｓｏｎ'),
    ];
    const outcomes: string[] = [];
    for (let n = 0; n < 12; n++)
      outcomes.push(await outcomeOf({ email: ways[n % 4] ?? email, address }));
    expect(count(outcomes, 'wrong')).toBe(8);
  });

  it('has no more tries from many addresses of one household, and ends over all networks', async () => {
    const { email } = await aPerson();
    const household = aNetwork().replace(/::1$/, '');
    const fromHome: string[] = [];
    for (let n = 1; n <= 12; n++)
      fromHome.push(await outcomeOf({ email, address: `${household}::${n.toString(16)}` }));
    expect(count(fromHome, 'wrong')).toBe(8);
    const fromAnywhere: string[] = [];
    for (let n = 0; n < 40; n++) fromAnywhere.push(await outcomeOf({ email, address: aNetwork() }));
    expect(count(fromAnywhere, 'wrong')).toBe(32);
  });

  it('says how long to wait, also for an address that nobody signs in with', async () => {
    const address = aNetwork();
    await guess(8, { email: 'nobody@example.com', address });
    const refusal = verifySignIn(
      nobody(),
      { email: 'nobody@example.com', password },
      { address, browserTokens: [] },
    );
    await expect(refusal).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      text: {
        en: 'Too many attempts. Please try again in 15 minutes.',
        zh: '尝试次数过多，请在 15 分钟后重试。',
      },
    });
  });

  it('does not shut out the owner, whose browser is known', async () => {
    const { email } = await aPerson();
    const { browserTokens } = await verifySignIn(
      nobody(),
      { email, password },
      { address: aNetwork(), browserTokens: [] },
    );
    for (let n = 0; n < 6; n++) await guess(8, { email, address: aNetwork() });
    const address = aNetwork();
    expect(await outcomeOf({ email, address, password })).toBe('wait');
    expect(await outcomeOf({ email, address, password, browserTokens })).toBe('in');
  });

  it('is limited in a known browser too, and knowing one account there is nothing for another', async () => {
    const [one, other] = [await aPerson(), await aPerson()];
    const { browserTokens } = await verifySignIn(
      nobody(),
      { email: one.email, password },
      { address: aNetwork(), browserTokens: [] },
    );
    const outcomes = await guess(12, { email: one.email, address: aNetwork(), browserTokens });
    expect(count(outcomes, 'wrong')).toBe(8);
    const forged = browserTokens.map((token) =>
      token.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
    );
    const address = aNetwork();
    await guess(8, { email: other.email, address });
    for (const tokens of [browserTokens, forged, ['__proto__', '']]) {
      expect(
        await outcomeOf({ email: other.email, address, password, browserTokens: tokens }),
      ).toBe('wait');
    }
  });

  it('over many accounts ends for a stranger in an office, and its people still come in', async () => {
    const office = aNetwork();
    const [colleague, target] = [await aPerson(), await aPerson()];
    for (let n = 0; n < 60; n++)
      await guess(1, { email: `victim${n}@example.com`, address: office });
    expect(count(await guess(8, { email: target.email, address: office }), 'wrong')).toBe(2);
    expect(await outcomeOf({ email: colleague.email, address: office, password })).toBe('in');
  });

  it('is forgotten by a right one, so that a person who mistypes now and then never waits', async () => {
    const { email } = await aPerson();
    const address = aNetwork();
    for (let day = 0; day < 4; day++) {
      await guess(7, { email, address });
      expect(await outcomeOf({ email, address, password })).toBe('in');
    }
  });
});

describe('asking for a new password', () => {
  it('is possible five times an hour for a mail address, at once or not, wherever it is asked from', async () => {
    const { email } = await aPerson();
    const asked = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        requestPasswordReset(nobody(), { email }, { address: aNetwork() }),
      ),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  });

  it('ends for a network address that asks for one mail address after the other', async () => {
    const address = aNetwork();
    const ask = (n: number) =>
      requestPasswordReset(nobody(), { email: `asked${n}@example.com` }, { address });
    for (let n = 0; n < 20; n++) await ask(n);
    await expect(ask(20)).rejects.toThrow(TooManyAttempts);
  });
});

describe('changing the own password', () => {
  it('does not let the finder of an open session try passwords without end', async () => {
    const { userAccountId } = await aPerson();
    const { ctx } = database.as(aViewer({ userAccountId }));
    const tried = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        changePassword(ctx, { currentPassword: 'wrong', newPassword: 'another good password' }),
      ),
    );
    const reasons = tried.map((one) => (one.status === 'rejected' ? one.reason : undefined));
    expect(reasons.filter((reason) => reason instanceof TooManyAttempts)).toHaveLength(12);
    await expect(
      changePassword(ctx, { currentPassword: password, newPassword: 'another good password' }),
    ).rejects.toThrow(TooManyAttempts);
  });
});
