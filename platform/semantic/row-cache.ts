import { LRUCache } from 'lru-cache';
import type { SemanticRow } from './semantic-layer';

/** Rows of the last questions, until facts change. Equal questions asked at the same time are asked once. */
export interface RowCache {
  rowsOf(question: unknown, ask: () => Promise<SemanticRow[]>): Promise<SemanticRow[]>;
  forget(): void;
}

/**
 * Remembers rows for seconds only: a process that only reads learns of new roll-ups by time, and what has no roll-up
 * changes without notice.
 */
export function createRowCache(options: { max: number; seconds: number }): RowCache {
  const cache = new LRUCache<string, Promise<SemanticRow[]>>({
    max: options.max,
    ttl: options.seconds * 1000,
  });
  return {
    rowsOf(question, ask) {
      const key = JSON.stringify(question);
      const known = cache.get(key);
      if (known) return known;
      const asked = ask();
      cache.set(key, asked);
      asked.catch(() => {
        if (cache.peek(key) === asked) cache.delete(key);
      });
      return asked;
    },
    forget: () => cache.clear(),
  };
}
