import { timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import type { RequestHandler } from 'express';
import { sql } from 'kysely';
import { pendingMigrations } from '../platform/db';
import type { Application } from './application';
import { isUnmeasured } from './unmeasured';
import { warmScorecards } from './warm-scorecards';

type Check = 'ok' | 'starting' | 'failed';

/** Tells readiness apart from life: a process that stops, or whose numbers are not there yet, lives but takes no requests. */
export interface Health {
  /**
   * Gets the numbers ready and asks for them once. Both keep the process busy, so they come after the first page can be
   * served, and before the process says that it is ready.
   */
  warmUp(): void;
  /** From now on the process answers that it is not ready. */
  stop(): void;
  router: Router;
}

/** Makes /healthz, /readyz and /metrics. They know no viewer, so they stay outside GraphQL. */
export function createHealth(app: Application): Health {
  const router = Router();
  let stopping = false;
  let semantic: Check = 'starting';
  let migrations: Check = 'starting';
  const warmUp = () => {
    const warm = app.semantic.ready().then(() => warmScorecards(app));
    warm.then(
      () => (semantic = 'ok'),
      (error: unknown) => {
        semantic = 'failed';
        app.log.error({ err: error }, 'The semantic layer did not start');
      },
    );
  };

  const checkDatabase = async (): Promise<Check> => {
    try {
      await sql`select 1`.execute(app.db);
      if (migrations !== 'ok') {
        migrations = (await pendingMigrations(app.db)).length === 0 ? 'ok' : 'failed';
      }
      return 'ok';
    } catch {
      return 'failed';
    }
  };

  router.get('/healthz', (_request, response) => {
    response.type('text').send('ok\n');
  });
  router.get('/readyz', async (_request, response) => {
    const checks = { database: await checkDatabase(), migrations, semantic };
    const ready = !stopping && Object.values(checks).every((check) => check === 'ok');
    response.status(ready ? 200 : 503).json({ ready, stopping, ...checks });
  });
  router.get('/metrics', async (request, response) => {
    if (!mayReadMetrics(app.env.metricsToken, request.headers.authorization)) {
      response.status(401).type('text').send('A bearer token is needed\n');
      return;
    }
    response.type(app.metrics.contentType).send(await app.metrics.text());
  });
  return { router, warmUp, stop: () => (stopping = true) };
}

/** Measures each request under the route it belongs to, so that ids in addresses do not become labels. */
export function measureRequests({ metrics }: Pick<Application, 'metrics'>): RequestHandler {
  return (request, response, next) => {
    if (isUnmeasured({ path: request.path })) return next();
    const started = performance.now();
    response.once('finish', () => {
      metrics.observeRequest({
        method: request.method,
        route:
          response.statusCode === 404
            ? 'unmatched'
            : routeOf(request.path, response.locals['route']),
        status: response.statusCode,
        seconds: (performance.now() - started) / 1000,
      });
    });
    next();
  };
}

function routeOf(path: string, known: unknown): string {
  if (typeof known === 'string') return known;
  const [first = ''] = path.split('/').filter(Boolean);
  return /^[a-z][a-z.-]{0,30}$/.test(first) ? `/${first}` : '/';
}

function mayReadMetrics(token: string | undefined, header: string | undefined): boolean {
  if (token === undefined) return true;
  const expected = Buffer.from(`Bearer ${token}`);
  const given = Buffer.from(header ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
