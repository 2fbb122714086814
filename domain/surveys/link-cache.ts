import { LRUCache } from 'lru-cache';
import type { Context } from '../context';
import { isLinkToken, type LinkedSurvey } from './open-link';
import { selectLinkedSurvey } from './open-link-store';

const unknown = Symbol('unknown');

/** Links that were used a moment ago. Whoever serves the pages owns one, per organisation. */
export interface LinkCache {
  find(ctx: Context, token: string): Promise<LinkedSurvey | undefined>;
}

/**
 * Spares the database a lookup for each page and each submission. A deactivated link stays usable, and a new version
 * of a survey unseen, for as long as an entry lives.
 */
export function createLinkCache({ lifeMs = 5_000, size = 5_000 } = {}): LinkCache {
  const cache = new LRUCache<string, LinkedSurvey | typeof unknown>({ max: size, ttl: lifeMs });
  return {
    async find(ctx, token) {
      if (!isLinkToken(token)) return undefined;
      const known = cache.get(token);
      if (known !== undefined) return known === unknown ? undefined : known;
      const found = await selectLinkedSurvey(ctx.db, token);
      cache.set(token, found ?? unknown);
      return found;
    },
  };
}
