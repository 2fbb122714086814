import compression from 'compression';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { createLinkCache } from '../../domain/surveys';
import { AppError, RateLimited } from '../../platform/errors';
import type { Logger } from '../../platform/logger';
import { noticePage, type PageFrame, retryPage } from '../../respondent';
import { clientStatusOf } from '../error-page';
import type { RouteTools } from '../routes';
import { sameOriginOnly } from '../same-origin';
import { feedbackRoutes } from './feedback-routes';
import { fieldsOf, localeOf, scriptPath, sendPage, sendScript } from './page-response';
import { pulseRoutes } from './pulse-routes';

/** The pages for those who answer: customers at `/f/…`, employees at `/p/…`. They need no session and no framework. */
export function respondentRoutes({ app, limits }: Pick<RouteTools, 'app' | 'limits'>): Router {
  const router = Router();
  const guarded = sameOriginOnly(app.env);
  const compressed = compression();
  const body = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 100 });
  router.get(scriptPath, compressed, sendScript);
  const areas = [
    [
      '/f/:token',
      feedbackRoutes({ contextFor: app.contextFor, links: createLinkCache() }),
      limits.feedbackForms,
    ],
    ['/p/:token', pulseRoutes({ contextFor: app.contextFor }), limits.pulseForms],
  ] as const;
  for (const [path, pages, limited] of areas) {
    router.get(path, compressed, caught(pages.show));
    router.post(path, guarded, body, limited, caught(pages.submit));
    router.get(`${path}/thanks`, compressed, caught(pages.thank));
    router.use(path, answerFailure(app));
  }
  return router;
}

type Handler = (req: Request, res: Response) => Promise<unknown>;

function caught(handler: Handler) {
  return (req: Request, res: Response, next: NextFunction) => {
    handler(req, res).catch(next);
  };
}

/** Whatever went wrong, the person keeps what was entered and can send it again with the same key. */
function answerFailure({ log }: { log: Logger }) {
  return (error: unknown, req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) return next(error);
    const status = statusOf(error);
    // Neither the address, which holds the link, nor what was submitted belongs in a log.
    if (status === 503) log.error({ reason: reasonOf(error) }, 'A page for respondents failed');
    const frame = plainFrame(req);
    const submitted = fieldsOf(req);
    const page =
      Object.keys(submitted).length > 0
        ? retryPage(frame, status === 429 ? 'busy' : 'failed', submitted)
        : noticePage(frame, 'failed');
    sendPage(res, page, { locale: frame.locale, status });
  };
}

/** Everything of ours that fails is to be tried again; what the browser sent wrongly is not. */
function statusOf(error: unknown): number {
  if (error instanceof RateLimited) return 429;
  const status = clientStatusOf(error);
  return status >= 500 ? 503 : status;
}

function reasonOf(error: unknown): string {
  if (error instanceof AppError) {
    return error.cause === undefined ? error.code : `${error.code} (${reasonOf(error.cause)})`;
  }
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error ? String(error.code) : '';
  return `${error.name} ${code}`.trim();
}

/** A heading for when not even the organisation's name can be read. */
function plainFrame(req: Request): PageFrame {
  return {
    locale: localeOf(req, 'en'),
    organisation: 'Tandem',
    path: `${req.baseUrl}${req.path}`.replace(/\/$/, ''),
  };
}
