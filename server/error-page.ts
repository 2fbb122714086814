import type { ErrorRequestHandler } from 'express';

import { AppError, type ErrorCode } from '../platform/errors';
import { loggerFor, type Logger } from '../platform/logger';
import { languageTag, type Locale, type Text } from '../universal/text';
import { localeOf } from './visitor';

const statusOf: Record<ErrorCode, number> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
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
    if (response.headersSent) {
      next(error);
      return;
    }
    const requestId = String(response.locals['requestId']);
    const known = error instanceof AppError;
    const ownStatus = error instanceof Error && 'status' in error ? Number(error.status) : 500;
    const status = known
      ? statusOf[error.code]
      : ownStatus >= 400 && ownStatus < 500
        ? ownStatus
        : 500;
    if (status >= 500) loggerFor(log, requestId).error({ err: error }, 'A request failed');
    const locale = localeOf(request, 'en');
    const text = known ? error.text : status >= 500 ? unexpected : unreadable;
    if (request.accepts(['html', 'json']) === 'json') {
      response.status(status).json({ message: text[locale], requestId });
      return;
    }
    response
      .status(status)
      .type('html')
      .send(page({ locale, message: text[locale], requestId, nonce: response.locals['nonce'] }));
  };
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
