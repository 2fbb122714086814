import { createHash } from 'node:crypto';

import express, { Router } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';

import { loggerFor } from '../platform/logger';
import type { RouteTools } from './routes';

const report = z.object({
  message: z.string().min(1).max(500),
  stack: z.string().max(4_000).default(''),
  /** Without keys: links hold secrets. */
  page: z
    .string()
    .max(300)
    .regex(/^\//)
    .transform((path) => path.replace(/[\w-]{16,}/g, '…')),
  /** Of the page that failed, so that the number which the reader sees is found. */
  requestId: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
});

/**
 * Where browsers say what went wrong in them. Written down as theirs, each error of a browser once a minute, and no more
 * than a few from one address: anybody may write here.
 */
export function browserErrorRoutes({ app }: Pick<RouteTools, 'app'>): Router {
  const byError = new RateLimiterMemory({ points: 1, duration: 60 });
  const byAddress = new RateLimiterMemory({ points: 20, duration: 60 });
  const router = Router();
  router.post(
    '/browser-errors',
    express.urlencoded({ extended: false, limit: '16kb', parameterLimit: 8 }),
    (request, response) => {
      response.status(204).end();
      const found = report.safeParse(request.body);
      if (!found.success) return;
      const { requestId, ...error } = found.data;
      const address = request.ip ?? '';
      const hash = createHash('sha256').update(JSON.stringify(error)).digest('base64');
      byError
        .consume(`${address} ${hash}`)
        .then(() => byAddress.consume(address))
        .then(
          () => {
            const log = requestId ? loggerFor(app.log, requestId) : app.log;
            log.warn(
              { browserError: { ...error, agent: request.get('user-agent')?.slice(0, 300) } },
              'A page failed in a browser',
            );
          },
          () => undefined,
        );
    },
  );
  return router;
}
