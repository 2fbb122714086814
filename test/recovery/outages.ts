import { AnsweringPeople } from './answering-people';
import type { Product } from './product';

export interface OutageResult {
  outages: number;
  confirmed: number;
  /** Confirmed and not there. */
  lost: number;
  /** Stored more than once. */
  doubled: number;
  /** How often the product ended. */
  ends: number;
  /** From the outage to the next answer that was confirmed. */
  longestMs: number;
}

const people = 20;

/** Lets people answer while the database goes away again and again, and counts afterwards what became of their answers. */
export async function surviveOutages(
  product: Product,
  { times, outage }: { times: number; outage: (n: number) => Promise<void> },
): Promise<OutageResult> {
  const [link] = await product.ask<{ token: string }>(
    `select token from open_link where deactivated_at is null and channel = 'open_link' order by token limit 1`,
  );
  const run = `Outages ${Date.now()}`;
  const answering = new AnsweringPeople(`${product.baseUrl}/f/${link?.token ?? ''}`, run, people);
  await answering.untilConfirmed(people);
  let longestMs = 0;
  for (let n = 0; n < times && !product.hasEnded; n++) {
    const begun = performance.now();
    await outage(n);
    await Promise.race([answering.untilConfirmed(1), product.ended]);
    longestMs = Math.max(longestMs, performance.now() - begun);
    // Other moments of the load each time.
    await Promise.race([answering.untilConfirmed(1 + ((n * 7) % 23)), product.ended]);
  }
  const ends = product.hasEnded ? 1 : 0;
  if (ends > 0) await product.start();
  await answering.finish();
  const stored = await product.ask<{ comment: string; times: number }>(
    `select comment, count(*)::int as times from feedback where comment like '${run} %' group by comment`,
  );
  const timesOf = new Map(stored.map(({ comment, times: count }) => [comment, count]));
  return {
    outages: times,
    confirmed: answering.confirmed.size,
    lost: [...answering.confirmed].filter((comment) => !timesOf.has(comment)).length,
    doubled: stored.filter(({ times: count }) => count > 1).length,
    ends,
    longestMs: Math.round(longestMs),
  };
}
