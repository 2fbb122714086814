import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';

import { schema } from '../graphql/schema';
import { randomId } from '../platform/ids';
import { loggerFor } from '../platform/logger';
import { demoAccounts } from '../seeds/demo-accounts';
import type { Application } from './application';
import { errorPage } from './error-page';
import { bodyLimits, isTooLong, limitBodies } from './body-limits';
import { createGraphQLServer } from './graphql.server';
import { type Health, measureRequests } from './health';
import { makeLoadContext } from './make-load-context';
import { noticeUnknownProxy, proxyProblemOf } from './proxy-warning';
import { createRateLimits } from './rate-limits';
import { refuse } from './request-refusal';
import { assertShape, headerLimits } from './request-shape';
import { builtPages, pagesInDevelopment } from './remix-pages';
import { respondentRoutes } from './respondent';
import { notBegun } from '../universal/try-again';
import { routes } from './routes';
import { sameOriginOnly } from './same-origin';
import { onlyEncrypted, securityHeaders } from './security-headers';
import { createSessions } from './session.server';
import { createVisitorOf } from './visitor';

export interface WebServer {
  /** For tests that send requests without a port. */
  handler: Express;
  listen(): Promise<void>;
  /** Takes no new requests and ends when the running ones are answered. */
  close(): Promise<void>;
}

export type WebServerParts = Application & { health: Health; dev: boolean };

/** Everything that answers HTTP, in the order in which a request passes it. */
export async function createWebServer(parts: WebServerParts): Promise<WebServer> {
  const { env, health, dev } = parts;
  const isSecure = env.baseUrl.startsWith('https:');
  const sessions = createSessions(parts);
  const limits = createRateLimits({ publicFormsPerMinute: env.publicFormsPerMinute });
  const visitorOf = createVisitorOf({ app: parts, sessions });
  const contextOf = async (request: express.Request, response: express.Response) =>
    (await visitorOf(request, response)).ctx;
  const graphql = createGraphQLServer({
    schema,
    withExplorer: dev,
    acceptsAnyDocument: dev,
    contextOf,
  });
  const loadContext = (request: express.Request, response: express.Response) =>
    makeLoadContext(
      { app: parts, sessions, visitorOf, graphql, demoAccounts },
      request,
      response,
    ).catch((error: unknown) => {
      // Scripts may send it again without asking.
      response.setHeader(notBegun, 'true');
      throw error;
    });
  const remix = await (dev ? pagesInDevelopment(loadContext) : builtPages(loadContext));

  const proxyProblem = proxyProblemOf(env);
  if (proxyProblem) parts.log.warn(proxyProblem);
  const handler = express();
  handler.disable('x-powered-by');
  handler.set('trust proxy', env.trustProxy);
  handler.use(nameRequest);
  handler.use(assertShape(refuse));
  handler.use(limitBodies(refuse));
  handler.use(noticeUnknownProxy(env, parts.log));
  handler.use(health.router);
  handler.use(measureRequests(parts));
  handler.use(logRequests(parts));
  if (isSecure) handler.use(onlyEncrypted);
  // Before what only the portal needs: each layer would cost every answer time.
  handler.use(respondentRoutes({ app: parts, limits }));
  handler.use(securityHeaders({ isSecure, dev }));
  handler.use(compression());
  handler.use(sameOriginOnly(env));
  handler.use(['/downloads', '/uploads'], keptByNobody);
  for (const makeRoutes of routes) handler.use(makeRoutes({ app: parts, limits, contextOf }));
  handler.use(remix.files);
  handler.use(graphql.router);
  handler.all('*', neverStored, remix.pages);
  handler.use(errorPage(parts));
  return listening(handler, parts, remix.close);
}

/** Every answer and every log line of a request carry its number. */
const nameRequest: RequestHandler = (_request, response, next) => {
  response.locals['requestId'] = randomId();
  response.setHeader('X-Request-Id', String(response.locals['requestId']));
  next();
};

/** One line for each request. The address stays out: links hold secrets, searches hold names. */
const logRequests =
  ({ log }: Application): RequestHandler =>
  (request, response, next) => {
    if (!log.isLevelEnabled('debug')) return next();
    const started = performance.now();
    response.once('finish', () => {
      const milliseconds = Math.round(performance.now() - started);
      const { method } = request;
      loggerFor(log, String(response.locals['requestId'])).debug(
        { method, status: response.statusCode, milliseconds },
        'Answered',
      );
    });
    next();
  };

/** Pages show what one person may see: nothing between us and the browser keeps them. */
const neverStored: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('Vary', 'Cookie, Accept-Language');
  next();
};

/** Files of one person's sight: not even the browser keeps them, and only we say what they are. */
const keptByNobody: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'private, no-store');
  next();
};

function listening(
  handler: Express,
  { env, log }: Application,
  closeRemix: () => Promise<void>,
): WebServer {
  const server: Server = createServer(
    {
      maxHeaderSize: headerLimits.bytes,
      headersTimeout: bodyLimits.patienceMs,
      // A file of a gigabyte may take its time; `limitBodies` watches how fast everything else comes in.
      requestTimeout: 60 * 60 * 1_000,
      connectionsCheckingInterval: 5_000,
    },
    handler,
  );
  // Who asks before sending is told at once that it would be too much.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!isTooLong({ headers: request.headers, url: request.url ?? '' })) response.writeContinue();
    server.emit('request', request, response);
  });
  return {
    handler,
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(env.port, env.host, () => {
          log.debug({ port: env.port, host: env.host }, 'Listening');
          resolve();
        });
      }),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await closed;
      await closeRemix();
    },
  };
}
