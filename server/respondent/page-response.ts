import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Request, Response } from 'express';

import { projectRoot } from '../../platform/project-root';
import { readableText } from '../../platform/readable-input';
import { styles } from '../../respondent';
import { isLocale, languageTag, type Locale, negotiateLocale } from '../../universal/text';

const script = readFileSync(join(projectRoot, 'respondent/browser/answer-page.js'));
const hashOf = (content: string | Buffer) => createHash('sha256').update(content).digest('base64');

/** The address of the script carries its hash, so that browsers keep it for good. */
export const scriptPath = `/respond/${hashOf(script).replace(/\W/g, '').slice(0, 16)}.js`;

/** The reader's choice in the address, else what the browser prefers. */
export function localeOf(req: Request, fallback: Locale): Locale {
  const chosen = req.query['lang'];
  return isLocale(chosen) ? chosen : negotiateLocale(req.get('accept-language'), fallback);
}

interface PageOptions {
  locale: Locale;
  status?: number;
  /** May stand in a frame of another site. */
  isEmbedded?: boolean;
}

// Composed once and sent without Express' own `send`: hashing, tagging and negotiating for each page would take longer
// than everything else that is done for it.
const headers = { own: pageHeaders("'none'"), embedded: pageHeaders('*') };

function pageHeaders(frameAncestors: string): Readonly<Record<string, string>> {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': [
      "default-src 'none'",
      `style-src 'sha256-${hashOf(styles)}'`,
      "script-src 'self'",
      "connect-src 'self'",
      'img-src data:',
      "form-action 'self'",
      "base-uri 'none'",
      `frame-ancestors ${frameAncestors}`,
    ].join('; '),
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    Vary: 'Accept-Language',
  };
}

/** Sends a page: never cached, because it carries a key of its own, and never with the link in a referrer. */
export function sendPage(res: Response, markup: string, options: PageOptions): void {
  res
    .writeHead(options.status ?? 200, {
      ...(options.isEmbedded ? headers.embedded : headers.own),
      'Content-Language': languageTag(options.locale),
      'Content-Length': Buffer.byteLength(markup),
    })
    .end(markup);
}

export function sendScript(_req: Request, res: Response): void {
  res
    .set({
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    })
    .send(script);
}

/** The submitted fields as texts that can be kept; what was sent more than once is nothing a form of ours sends. */
export function fieldsOf(req: Request): Record<string, string> {
  const body: unknown = req.body;
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      .map(([name, text]) => [readableText(name), readableText(text)]),
  );
}
