import type { Request } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

// A whole office or a row of kiosks shares one address, and everyone may answer in the minute in which the mail arrives.
const submissionsPerMinute = 300;

/** Says whether this submission comes within reason. */
export type SubmissionLimit = (req: Request) => Promise<boolean>;

/**
 * Limits submissions per address and minute. A loopback address is a proxy in front that is not declared in TRUST_PROXY,
 * or this very machine: limiting it would limit everybody at once.
 */
export function createSubmissionLimit(points = submissionsPerMinute): SubmissionLimit {
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  return async (req) => {
    const address = req.ip ?? '';
    if (/^(::ffff:)?127\.|^::1$/.test(address)) return true;
    try {
      await limiter.consume(address);
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  };
}
