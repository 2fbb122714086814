import type { ErrorRequestHandler, Request, Response } from 'express';

import { AppError, NotFound, Unavailable } from '../platform/errors';
import { loggerFor, type Logger } from '../platform/logger';
import { ownPath } from '../universal/own-path';
import { languageTag, type Locale, type Text } from '../universal/text';
import { retryAfterSeconds } from '../universal/try-again';
import { errorStatus } from './error-status';
import { type RetryForm, retryFormOf } from './retry-form';
import { localeOf } from './visitor';

const unexpected: Text = {
  en: 'Something went wrong on our side. It has been recorded; please try again.',
  zh: '系统出了问题，已记录，请重试。',
};
const unreadable: Text = {
  en: 'This address or request cannot be understood. Check the address and try again.',
  zh: '无法识别此地址或请求，请检查地址后重试。',
};
const heading: Text = { en: 'This did not work', zh: '未能完成' };
const away: Text = {
  en: 'A part of the system does not answer right now. It usually comes back within a minute. Nothing that you saved is lost.',
  zh: '系统的一部分暂时没有响应，通常一分钟内会恢复。已保存的内容不会丢失。',
};
const awayHeading: Text = { en: 'This does not work right now', zh: '暂时无法使用' };
const entered: Text = {
  en: 'What you entered has not been stored yet. It is kept on this page: send it again in a moment.',
  zh: '您填写的内容尚未保存，仍保留在本页，请稍后重新发送。',
};
const sendAgain: Text = { en: 'Send again', zh: '重新发送' };
const tryAgain: Text = { en: 'Try again', zh: '重试' };
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
    const status = known ? errorStatus[error.code] : clientStatusOf(error);
    if (status >= 500) {
      loggerFor(log, requestIdOf(response)).error({ err: error }, 'A request failed');
    }
    const text = known ? wordsOf(error) : generalWords(status);
    if (status === 503) sendUnavailable(request, response, text).catch(next);
    else sendErrorPage(request, response, { status, text });
  };
}

/** Says that it passes, keeps what was entered, and lets it be sent again. */
async function sendUnavailable(request: Request, response: Response, text: Text): Promise<void> {
  const retry = await retryFormOf(request, response);
  if (response.writableEnded || response.headersSent) return;
  response.setHeader('Retry-After', String(retryAfterSeconds));
  const again = retry ?? pageBehind(request);
  sendErrorPage(request, response, { status: 503, title: awayHeading, text, again });
}

/** Where to try again: the page itself, or the one that the request came from. Never a page of elsewhere. */
function pageBehind({ method, originalUrl, headers }: Request): string | undefined {
  if (method === 'GET') return ownPath(originalUrl);
  const from = URL.canParse(headers.referer ?? '') ? new URL(headers.referer ?? '') : undefined;
  return from && from.host === headers.host ? ownPath(from.pathname + from.search) : undefined;
}

/** Says what went wrong, as a page or as JSON, whichever is read. Nothing between us and the reader keeps it. */
export function sendErrorPage(
  request: Request,
  response: Response,
  { status, title = heading, text, again }: ErrorWords,
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
  const shown = { locale, title: title[locale], message: text[locale], again, requestId, nonce };
  response.type('html').send(page(shown));
}

interface ErrorWords {
  status: number;
  title?: Text;
  text: Text;
  /** What may be tried again: a page, or what was entered. */
  again?: string | RetryForm | undefined;
}

function requestIdOf({ locals }: Response): string {
  return String((locals as Record<string, unknown>)['requestId']);
}

/** What is forbidden looks as if it did not exist: whoever may not open it does not learn that it is there. */
function wordsOf(error: AppError): Text {
  // Whatever could not be reached: what is out of order in another way has words of its own.
  if (error instanceof Unavailable && error.cause !== undefined) return away;
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
  title: string;
  message: string;
  again: string | RetryForm | undefined;
  requestId: string;
  /** Absent where no policy restricts styles. */
  nonce: unknown;
}

function page({ locale, title, message, again, requestId, nonce }: PageWords): string {
  return `<!doctype html>
<html lang="${languageTag(locale)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Tandem</title>
<style${typeof nonce === 'string' ? ` nonce="${nonce}"` : ''}>${style}</style>
<main><h1>${title}</h1><p>${escapeHtml(message)}</p>${againIn(locale, again)}<p><small>${numbered[locale]} ${requestId}</small></p></main>
</html>
`;
}

const style =
  'body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:34em;margin:15vh auto;padding:0 16px}' +
  'h1{font-size:1.5rem;line-height:1.3}button,.again{display:inline-block;min-height:44px;box-sizing:border-box;padding:8px 20px;border:0;border-radius:6px;' +
  'background:#1f5fbf;color:#fff;font:inherit;font-weight:600;text-decoration:none;cursor:pointer}small{opacity:.8}';

function againIn(locale: Locale, again: string | RetryForm | undefined): string {
  if (again === undefined) return '';
  if (typeof again === 'string') {
    return `<p><a class="again" href="${escapeHtml(again)}">${tryAgain[locale]}</a></p>`;
  }
  const fields = again.fields.map(
    ([name, value]) =>
      `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return `<p>${entered[locale]}</p><form method="post" action="${escapeHtml(again.action)}">${fields.join('')}<button>${sendAgain[locale]}</button></form>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
