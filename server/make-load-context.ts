import type { AppLoadContext } from '@remix-run/node';
import type { Request, Response } from 'express';

import {
  choosePassword,
  findAccessLink,
  requestPasswordReset,
  verifySignIn,
} from '../domain/identity';
import { todayOf } from '../domain/organisation';
import { AppError } from '../platform/errors';
import { loggerFor } from '../platform/logger';
import type { Application } from './application';
import type { GraphQLServer } from './graphql.server';
import type { DemoAccount, MutationError } from './load-context.server';
import { createPageData, pageError } from './page-data';
import type { Sessions } from './session.server';
import {
  colourSchemeCookie,
  knownBrowserCookieName,
  knownBrowserTokens,
  localeCookie,
  type VisitorOf,
} from './visitor';

export interface LoadContextParts {
  app: Application;
  sessions: Sessions;
  visitorOf: VisitorOf;
  graphql: GraphQLServer;
  demoAccounts: readonly DemoAccount[];
}

/** What loaders and actions are given; the Remix bundle itself holds no server code. */
export async function makeLoadContext(
  parts: LoadContextParts,
  request: Request,
  response: Response,
): Promise<AppLoadContext> {
  const { app, sessions, visitorOf, graphql, demoAccounts } = parts;
  const { ctx, viewer, account, sessionKey, locale, colourScheme } = await visitorOf(
    request,
    response,
  );
  const { organisation, requestId } = ctx;
  const pageData = createPageData({ graphql, ctx, here: addressOfPage(request) });
  const userAgent = request.headers['user-agent'] ?? '';
  const address = request.ip ?? '';
  return {
    requestId,
    nonce: String(response.locals['nonce']),
    locale,
    colourScheme,
    viewer:
      viewer.kind === 'signed-in' && account
        ? {
            userAccountId: viewer.userAccountId,
            employeeId: viewer.employeeId,
            displayName: viewer.displayName,
            email: account.email,
            roles: viewer.roles,
          }
        : null,
    sessionKey,
    organisation: {
      name: { en: organisation.nameEn, zh: organisation.nameZh },
      timeZone: organisation.timeZone,
      isDemo: organisation.isDemo,
    },
    today: todayOf(ctx),
    demoAccounts: organisation.isDemo ? demoAccounts : [],
    query: pageData.query as AppLoadContext['query'],
    mutate: pageData.mutate as AppLoadContext['mutate'],
    reportError: (error) => loggerFor(app.log, requestId).error({ err: error }, 'A page failed'),
    signIn(input) {
      return tried(locale, async () => {
        const { userAccountId, browserTokens } = await verifySignIn(ctx, input, {
          address,
          browserTokens: knownBrowserTokens(request),
        });
        // Whoever signs in at a browser takes the place of whoever was signed in there.
        await sessions.end(request.headers.cookie);
        response.append('Set-Cookie', knownBrowserCookie(browserTokens, app));
        return { ok: true, cookie: await sessions.begin(userAccountId, userAgent) };
      });
    },
    requestPasswordReset: (email) =>
      tried(locale, async () => {
        await requestPasswordReset(ctx, { email }, { address });
        return { ok: true };
      }),
    async findAccessLink(token) {
      const link = await shown(requestId, findAccessLink(ctx, { token }));
      return link && { purpose: link.purpose, email: link.email, displayName: link.displayName };
    },
    choosePassword: (input) =>
      tried(locale, async () => {
        const { userAccountId } = await choosePassword(ctx, input);
        await sessions.end(request.headers.cookie);
        return { ok: true, cookie: await sessions.begin(userAccountId, userAgent) };
      }),
    signOut: () => shown(requestId, sessions.end(request.headers.cookie)),
    async renewSession() {
      if (viewer.kind !== 'signed-in')
        throw new Error('Only a person who is signed in has a session to renew');
      await shown(requestId, sessions.end(request.headers.cookie));
      return shown(requestId, sessions.begin(viewer.userAccountId, userAgent));
    },
    preferenceCookie: (preference) =>
      'locale' in preference
        ? cookieOf(localeCookie, preference.locale, app)
        : cookieOf(colourSchemeCookie, preference.colourScheme, app),
  };
}

function knownBrowserCookie(tokens: readonly string[], app: Application): string {
  return `${cookieOf(knownBrowserCookieName, tokens.join('~'), app)}; HttpOnly`;
}

/** What the work gives; where it is refused, the page says so. */
async function shown<Outcome>(requestId: string, work: Promise<Outcome>): Promise<Outcome> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError) throw pageError(error.code, requestId);
    throw error;
  }
}

/** What the work gives, or why it was refused. */
async function tried<Outcome>(
  locale: 'en' | 'zh',
  work: () => Promise<Outcome>,
): Promise<Outcome | { ok: false; error: MutationError }> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, error: inWordsOf(error, locale) };
  }
}

function cookieOf(name: string, value: string, { env }: Application): string {
  const secure = env.baseUrl.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}

function inWordsOf(error: AppError, locale: 'en' | 'zh'): MutationError {
  return {
    code: error.code,
    message: error.text[locale],
    fields: error.fields.map(({ path, message }) => ({
      path: path.map(String),
      message: message[locale],
    })),
  };
}

/** The address of the page that a request is for; loaders are also asked by themselves, under `<page>.data`. */
function addressOfPage(request: Request): string {
  const url = new URL(request.originalUrl, 'http://in.process');
  url.searchParams.delete('_routes');
  url.searchParams.delete('index');
  const path = url.pathname.replace(/\.data$/, '');
  return (path === '/_root' ? '/' : path) + (url.search === '?' ? '' : url.search);
}
