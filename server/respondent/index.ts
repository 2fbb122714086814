import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { createLinkCache } from '../../domain/surveys';
import { AppError } from '../../platform/errors';
import type { Logger } from '../../platform/logger';
import { noticePage, type PageFrame, retryPage } from '../../respondent';
import type { ContextMaker } from '../context';
import { feedbackRoutes } from './feedback-routes';
import { fieldsOf, localeOf, scriptPath, sendPage, sendScript } from './page-response';
import { pulseRoutes } from './pulse-routes';
import { createSubmissionLimit, type SubmissionLimit } from './submission-limit';

interface RespondentParts {
  contextFor: ContextMaker;
  log: Logger;
  /** Said in the heading when not even the organisation's name can be read. */
  fallbackName?: string;
  limit?: SubmissionLimit;
}

/** The pages for those who answer: customers at `/f/…`, employees at `/p/…`. They need no session and no framework. */
export function createRespondentRouter(parts: RespondentParts): Router {
  const router = Router();
  const limit = parts.limit ?? createSubmissionLimit();
  const body = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 100 });
  const withinLimit = async (req: Request, res: Response, next: NextFunction) => {
    if (await limit(req)) return next();
    const frame = plainFrame(req, parts);
    sendPage(res.set('Retry-After', '60'), retryPage(frame, 'busy', fieldsOf(req)), {
      locale: frame.locale,
      status: 429,
    });
  };

  router.get(scriptPath, sendScript);
  const areas = [
    ['/f/:token', feedbackRoutes({ contextFor: parts.contextFor, links: createLinkCache() })],
    ['/p/:token', pulseRoutes({ contextFor: parts.contextFor })],
  ] as const;
  for (const [path, pages] of areas) {
    router.get(path, caught(pages.show));
    router.post(path, body, caught(withinLimit), caught(pages.submit));
    router.get(`${path}/thanks`, caught(pages.thank));
    router.use(path, answerFailure(parts));
  }
  return router;
}

type Handler = (req: Request, res: Response, next: NextFunction) => Promise<unknown>;

function caught(handler: Handler) {
  return (req: Request, res: Response, next: NextFunction) => {
    handler(req, res, next).catch(next);
  };
}

/** Whatever went wrong, the person keeps what was entered and can send it again with the same key. */
function answerFailure(parts: RespondentParts) {
  return (error: unknown, req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) return next(error);
    const tooLarge =
      typeof error === 'object' && error !== null && 'status' in error && error.status === 413;
    // Neither the address, which holds the link, nor what was submitted belongs in a log.
    if (!tooLarge) parts.log.error({ reason: reasonOf(error) }, 'a page for respondents failed');
    const frame = plainFrame(req, parts);
    const submitted = fieldsOf(req);
    const page =
      Object.keys(submitted).length > 0
        ? retryPage(frame, 'failed', submitted)
        : noticePage(frame, 'failed');
    sendPage(res, page, { locale: frame.locale, status: tooLarge ? 413 : 503 });
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error ? String(error.code) : '';
  return `${error.name} ${code}`.trim();
}

function plainFrame(req: Request, { fallbackName = 'Tandem' }: RespondentParts): PageFrame {
  return {
    locale: localeOf(req, 'en'),
    organisation: fallbackName,
    path: `${req.baseUrl}${req.path}`.replace(/\/$/, ''),
  };
}
