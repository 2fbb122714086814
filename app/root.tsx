import './styles/mantine.css';
import './styles/tokens.css';
import './styles/kit.css';
import './styles/base.css';

import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';

import { languageTag, messagesOf } from '../universal/text';
import { redirect } from './redirect';
import { errorKindOf, ErrorPage } from './components/error-page';
import { shellMessages } from './locales/shell';
import { useNonce } from './nonce';
import { Appearance } from './shell/appearance';
import { PatienceNotice } from './shell/patience-notice';
import { Shell } from './shell/shell';

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
];

/** Pages for people who are not signed in. */
const openPaths = /^\/(sign-in|sign-out|preferences|forgot-password|welcome\/[^/]+)$/;

export function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname, search } = new URL(request.url);
  if (!context.viewer && !openPaths.test(pathname)) {
    throw redirect(
      pathname === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(pathname + search)}`,
    );
  }
  const { locale, colourScheme, viewer, organisation, today, requestId } = context;
  return {
    locale,
    colourScheme,
    viewer,
    organisation: organisation.name,
    isDemo: organisation.isDemo,
    timeZone: organisation.timeZone,
    today,
    requestId,
  };
}
export type RootLoader = typeof loader;

/** The title of pages that do not name themselves, and of those that went wrong. */
export const meta: MetaFunction<RootLoader> = ({ data, error }) => {
  if (!error) return [{ title: 'Tandem' }];
  const t = messagesOf(shellMessages, data?.locale ?? 'en');
  return [{ title: `${t[`errorTitle${errorKindOf(error)}`]} · Tandem` }];
};

/** A route whose `handle` says `bare` has the page to itself: no navigation. */
interface Handle {
  bare?: boolean;
}

const followDeviceScheme =
  "if(matchMedia('(prefers-color-scheme: dark)').matches)document.documentElement.setAttribute('data-mantine-color-scheme','dark')";

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const root = useRouteLoaderData<RootLoader>('root');
  const scheme = root?.colourScheme ?? 'auto';
  return (
    <html
      lang={languageTag(root?.locale ?? 'en')}
      data-mantine-color-scheme={scheme === 'dark' ? 'dark' : 'light'}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={scheme === 'auto' ? 'light dark' : scheme} />
        <Meta />
        <Links />
        {scheme === 'auto' && (
          <script
            nonce={nonce}
            suppressHydrationWarning
            dangerouslySetInnerHTML={{ __html: followDeviceScheme }}
          />
        )}
      </head>
      <body>
        <Appearance scheme={scheme} nonce={nonce}>
          <PatienceNotice />
          {children}
        </Appearance>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const bare = useMatches().some((match) => (match.handle as Handle | undefined)?.bare);
  return bare ? (
    <Outlet />
  ) : (
    <Shell>
      <Outlet />
    </Shell>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <Shell>
      <ErrorPage error={error} />
    </Shell>
  );
}
