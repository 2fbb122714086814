import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request, Response } from 'express';
import { projectRoot } from '../../platform/project-root';
import { styles } from '../../respondent';
import { isLocale, languageTag, type Locale, negotiateLocale } from '../../universal/text';

const script = readFileSync(join(projectRoot, 'respondent/browser/answer-page.js'));
const hashOf = (content: string | Buffer) => createHash('sha256').update(content).digest('base64');

/** The address of the script carries its hash, so that browsers keep it for good. */
export const scriptPath = `/respond/${hashOf(script).replace(/\W/g, '').slice(0, 16)}.js`;

function policy(frameAncestors: string): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${hashOf(styles)}'`,
    "script-src 'self'",
    "connect-src 'self'",
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');
}

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

/** Sends a page: never cached, because it carries a key of its own, and never with the link in a referrer. */
export function sendPage(res: Response, markup: string, options: PageOptions): void {
  if (options.isEmbedded) res.removeHeader('X-Frame-Options');
  res
    .status(options.status ?? 200)
    .set({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': languageTag(options.locale),
      'Content-Security-Policy': policy(options.isEmbedded ? '*' : "'none'"),
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Language',
    })
    .send(markup);
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

/** The submitted fields as texts; what was sent more than once is nothing a form of ours sends. */
export function fieldsOf(req: Request): Record<string, string> {
  const body: unknown = req.body;
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
