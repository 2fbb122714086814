import { createHash, randomBytes } from 'node:crypto';
import { NotFound } from '../../platform/errors';

export const accessLinkPurposes = ['invitation', 'password_reset'] as const;
export type AccessLinkPurpose = (typeof accessLinkPurposes)[number];

const minute = 60_000;

/** How long a link leads to the choice of a password. */
export const accessLinkLifetimes = {
  invitation: 7 * 24 * 60 * minute,
  password_reset: 60 * minute,
} as const satisfies Record<AccessLinkPurpose, number>;

/** 256 bits that nobody guesses. Leaves the process only in a mail. */
export function newAccessToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token. A random secret needs no salt and no slow hash. */
export function accessTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The page on which the holder of the token chooses a password. */
export function accessLinkAddress(baseUrl: string, token: string, locale: string): string {
  return `${baseUrl}/welcome/${token}?lang=${locale}`;
}

/** One and the same for a link that was used, has expired, was withdrawn or never existed. */
export class AccessLinkIsSpent extends NotFound {
  constructor() {
    super({
      en: 'This link does not work any more.',
      zh: '此链接已失效。',
    });
  }
}
