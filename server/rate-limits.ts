import type { Request, RequestHandler } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';

import { RateLimited } from '../platform/errors';

/**
 * How often forms may be sent without an account. Kept per process: enough against floods, nothing to store about people.
 * Feedback and pulses count apart, so that a flood of the one never closes the other.
 */
export interface RateLimits {
  /** Per link and network address: a shop's link stays open to everybody else while one address floods it. */
  feedbackForms: RequestHandler;
  /** Per personal link, so that an office behind one address may answer all at once. */
  pulseForms: RequestHandler;
}

/** What one address may send over all links, in forms of one link. */
const linksOfAnAddress = 20;
/** A personal link is one person's: more than that in a minute is no person. */
const formsOfAPerson = 20;

export function createRateLimits({
  publicFormsPerMinute,
}: {
  publicFormsPerMinute: number;
}): RateLimits {
  if (publicFormsPerMinute === 0) return { feedbackForms: unlimited, pulseForms: unlimited };
  return {
    feedbackForms: limitedForms({
      each: publicFormsPerMinute,
      inAll: publicFormsPerMinute * linksOfAnAddress,
      keyOf: (request) => `${request.ip} ${request.params['token']}`,
    }),
    pulseForms: limitedForms({
      each: Math.min(formsOfAPerson, publicFormsPerMinute),
      inAll: publicFormsPerMinute * linksOfAnAddress,
      keyOf: (request) => String(request.params['token']),
    }),
  };
}

const unlimited: RequestHandler = (_request, _response, next) => next();

function limitedForms({
  each,
  inAll,
  keyOf,
}: {
  each: number;
  inAll: number;
  keyOf: (request: Request) => string;
}): RequestHandler {
  const byKey = new RateLimiterMemory({ points: each, duration: 60 });
  const byAddress = new RateLimiterMemory({ points: inAll, duration: 60 });
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') {
      next();
      return;
    }
    byAddress
      .consume(request.ip ?? '')
      .then(() => byKey.consume(keyOf(request)))
      .then(
        () => next(),
        () => {
          response.setHeader('Retry-After', '60');
          next(new RateLimited());
        },
      );
  };
}
