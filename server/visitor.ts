import type { Request, Response } from 'express';

import { anonymousViewer, type Viewer } from '../domain/access';
import type { Context } from '../domain/context';
import { getOwnAccount, loadViewer, type UserAccount } from '../domain/identity';
import { isLocale, type Locale, negotiateLocale } from '../universal/text';
import type { Application } from './application';
import type { ColourScheme } from './load-context.server';
import type { Sessions } from './session.server';

/** Who sends a request, and how they want to be answered. */
export interface Visitor {
  ctx: Context;
  viewer: Viewer;
  account: UserAccount | undefined;
  sessionKey: string | undefined;
  locale: Locale;
  colourScheme: ColourScheme;
}

export const localeCookie = 'tandem_locale';
export const colourSchemeCookie = 'tandem_scheme';
/** By what a browser is known for the accounts that signed in with it. */
export const knownBrowserCookieName = 'tandem_known';

export type VisitorOf = (request: Request, response: Response) => Promise<Visitor>;

/** Finds out who sends a request, once for each of them and only when somebody asks. */
export function createVisitorOf({
  app,
  sessions,
}: {
  app: Application;
  sessions: Sessions;
}): VisitorOf {
  const known = new WeakMap<Request, Promise<Visitor>>();
  return (request, response) => {
    const visitor = known.get(request) ?? findVisitor(request, response, { app, sessions });
    known.set(request, visitor);
    return visitor;
  };
}

async function findVisitor(
  request: Request,
  response: Response,
  { app, sessions }: { app: Application; sessions: Sessions },
): Promise<Visitor> {
  const requestId = String(response.locals['requestId']);
  const anonymous = await app.contextFor({ viewer: anonymousViewer, requestId });
  const session = await sessions.read(request.headers.cookie);
  if (session?.cookie) response.append('Set-Cookie', session.cookie);
  const viewer = session ? await loadViewer(anonymous, session) : anonymousViewer;
  const account =
    viewer.kind === 'signed-in' ? await getOwnAccount({ ...anonymous, viewer }) : undefined;
  const locale = account?.locale ?? localeOf(request, anonymous.organisation.defaultLocale);
  const colourScheme = account?.colourScheme ?? schemeOf(readCookie(request, colourSchemeCookie));
  return {
    ctx: { ...anonymous, viewer, locale },
    viewer,
    account,
    sessionKey: session?.sessionKey,
    locale,
    colourScheme,
  };
}

/** The language of a browser that nobody is signed in with: what was chosen, else what it asks for. */
export function localeOf(request: Request, fallback: Locale): Locale {
  const chosen = readCookie(request, localeCookie);
  if (isLocale(chosen)) return chosen;
  // Links in mails know the language in which the mail was written.
  const ofLink = request.query['lang'];
  return isLocale(ofLink) ? ofLink : negotiateLocale(request.headers['accept-language'], fallback);
}

export function knownBrowserTokens(request: Request): string[] {
  return (readCookie(request, knownBrowserCookieName) ?? '').split('~').filter(Boolean);
}

function readCookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}

function schemeOf(value: string | undefined): ColourScheme {
  return value === 'light' || value === 'dark' ? value : 'auto';
}
