import ipaddr from 'ipaddr.js';
import type { Context } from '../context';
import { type Attempt, countAttempt, forgetAttempts, forgiveAttempt } from './attempt-store';
import { findKnownBrowser } from './known-browser';
import { TooManyAttempts } from './too-many-attempts';

const quarterHour = 15 * 60;
const hour = 60 * 60;

const byBrowser = { name: 'sign-in-browser', attempts: 8, seconds: quarterHour };
const byPair = { name: 'sign-in-pair', attempts: 8, seconds: quarterHour };
const byAccount = { name: 'sign-in-account', attempts: 40, seconds: quarterHour };
const byAddress = { name: 'sign-in-address', attempts: 60, seconds: quarterHour };
/** What each account has from an address whose limit others have used up. */
const leftBesideOthers = 2;

const linksByAccount = { name: 'link-account', attempts: 5, seconds: hour };
const linksByAddress = { name: 'link-address', attempts: 20, seconds: hour };
const byOwnAccount = { name: 'change-password', attempts: 8, seconds: quarterHour };

/** From where somebody tries. */
export interface Origin {
  /** Of the network; IPv6 counts by the /64 that one household or host is given. */
  address: string;
  /** What the browser keeps of earlier sign-ins (`known-browser.ts`). */
  browserTokens: readonly string[];
}

/** A mail address as it is compared and counted. */
export function normalEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase().slice(0, 320);
}

/**
 * Counts a sign-in before its password is looked at, and throws TooManyAttempts beyond a limit: of many guesses at once no
 * more pass than one after the other. A browser in which the account was signed in to before counts by itself, so that
 * nobody else's guesses shut its owner out. Strangers' count by account and address together, by account, and by
 * address; beyond the last, each account keeps a few attempts there, so that one person in an office does not shut the
 * others out. Counted by the words as typed, so that a limit says nothing about who has an account.
 *
 * Gives what to call when the password was right.
 */
export async function countSignIn(
  ctx: Context,
  { email, origin }: { email: string; origin: Origin },
): Promise<() => Promise<void>> {
  const account = normalEmail(email);
  const browser = findKnownBrowser(ctx, { email: account, tokens: origin.browserTokens });
  if (browser) {
    assertAllowed(await countAttempt(ctx, byBrowser, browser));
    return () => forgetAttempts(ctx, byBrowser, browser);
  }
  const address = networkOf(origin.address);
  const pair = `${address} ${account}`;
  const ofPair = await countAttempt(ctx, byPair, pair);
  assertAllowed(ofPair);
  assertAllowed(await countAttempt(ctx, byAccount, account));
  const ofAddress = await countAttempt(ctx, byAddress, address);
  if (ofPair.count > leftBesideOthers) assertAllowed(ofAddress);
  return async () => {
    await forgetAttempts(ctx, byPair, pair);
    await forgiveAttempt(ctx, byAccount, account);
    await forgiveAttempt(ctx, byAddress, address);
  };
}

/** Counts a request for a new password; throws TooManyAttempts beyond the limits. */
export async function countLinkRequest(
  ctx: Context,
  { email, address }: { email: string; address: string },
): Promise<void> {
  assertAllowed(await countAttempt(ctx, linksByAccount, normalEmail(email)));
  assertAllowed(await countAttempt(ctx, linksByAddress, networkOf(address)));
}

/** Counts a try at the own password by whoever holds the session; gives what to call when it was right. */
export async function countOwnPassword(
  ctx: Context,
  userAccountId: string,
): Promise<() => Promise<void>> {
  assertAllowed(await countAttempt(ctx, byOwnAccount, userAccountId));
  return () => forgetAttempts(ctx, byOwnAccount, userAccountId);
}

function assertAllowed({ isAllowed, secondsLeft }: Attempt): void {
  if (!isAllowed) throw new TooManyAttempts(secondsLeft);
}

function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6
    ? parsed.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')
    : parsed.toString();
}
