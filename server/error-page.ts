import type { ErrorRequestHandler, Request, Response } from 'express';

import { AppError, type ErrorCode, NotFound } from '../platform/errors';
import { loggerFor, type Logger } from '../platform/logger';
import { languageTag, type Locale, type Text } from '../universal/text';
import { localeOf } from './visitor';

const statusOf: Record<ErrorCode, number> = {
  NOT_FOUND: 404,
  FORBIDDEN: 404,
  INVALID: 400,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

const unexpected: Text = {
  en: 'Something went wrong on our side. It has been recorded; please try again.',
  zh: '系统出了问题，已记录，请重试。',
};
const unreadable: Text = {
  en: 'This address or request cannot be understood. Check the address and try again.',
  zh: '无法识别此地址或请求，请检查地址后重试。',
};
const heading: Text = { en: 'This did not work', zh: '未能完成' };
const numbered: Text = { en: 'Request number', zh: '请求编号' };

/** The last word where no page can be drawn: what happened and the number to tell. Stands alone, so that nothing can break it. */
export function errorPage({ log }: { log: Logger }): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.writableEnded) return;
    if (response.headersSent) {
      next(error);
      return;
    }
    const known = error instanceof AppError;
    const status = known ? statusOf[error.code] : clientStatusOf(error);
    if (status >= 500) {
      loggerFor(log, requestIdOf(response)).error({ err: error }, 'A request failed');
    }
    sendErrorPage(request, response, {
      status,
      text: known ? wordsOf(error) : generalWords(status),
    });
  };
}

/** Says what went wrong, as a page or as JSON, whichever is read. Nothing between us and the reader keeps it. */
export function sendErrorPage(
  request: Request,
  response: Response,
  { status, text }: { status: number; text: Text },
): void {
  const requestId = requestIdOf(response);
  const locale = localeOf(request, 'en');
  response.removeHeader('Content-Disposition');
  response.status(status).setHeader('Cache-Control', 'private, no-store');
  if (request.accepts(['html', 'json']) === 'json') {
    response.json({ message: text[locale], requestId });
    return;
  }
  const nonce: unknown = response.locals['nonce'];
  response.type('html').send(page({ locale, message: text[locale], requestId, nonce }));
}

function requestIdOf({ locals }: Response): string {
  return String((locals as Record<string, unknown>)['requestId']);
}

/** What is forbidden looks as if it did not exist: whoever may not open it does not learn that it is there. */
function wordsOf(error: AppError): Text {
  return error.code === 'FORBIDDEN' ? new NotFound().text : error.text;
}

function generalWords(status: number): Text {
  return status >= 500 ? unexpected : unreadable;
}

/** The status of a request that a library found fault with; everything else is ours. */
export function clientStatusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}

interface PageWords {
  locale: Locale;
  message: string;
  requestId: string;
  /** Absent where no policy restricts styles. */
  nonce: unknown;
}

function page({ locale, message, requestId, nonce }: PageWords): string {
  return `<!doctype html>
<html lang="${languageTag(locale)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${heading[locale]} · Tandem</title>
<style${typeof nonce === 'string' ? ` nonce="${nonce}"` : ''}>body{font:16px/1.6 system-ui,sans-serif;max-width:34em;margin:15vh auto;padding:0 16px}</style>
<main><h1>${heading[locale]}</h1><p>${escapeHtml(message)}</p><p><small>${numbered[locale]} ${requestId}</small></p></main>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
