import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { createRequestHandler } from '@remix-run/express';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';

import { projectRoot } from '../platform/project-root';

type MakeLoadContext = (request: Request, response: Response) => Promise<AppLoadContext>;

export interface RemixPages {
  /** Files that browsers may keep, answered before anybody is asked who they are. */
  files: RequestHandler;
  pages: RequestHandler;
  close(): Promise<void>;
}

interface RemixParts {
  build: ServerBuild | (() => Promise<ServerBuild>);
  mode: 'production' | 'development';
  makeLoadContext: MakeLoadContext;
}

/**
 * Finds out who asks before Remix takes the body of the request: where that fails, what was sent is still there and can
 * be kept for the sender.
 */
export function remixPages({ build, mode, makeLoadContext }: RemixParts): RequestHandler {
  const contexts = new WeakMap<Request, AppLoadContext>();
  const getLoadContext = (request: Request) => {
    const context = contexts.get(request);
    if (!context) throw new TypeError('A page is drawn for somebody who is known');
    return context;
  };
  const pages = createRequestHandler({ build, mode, getLoadContext });
  return (request, response, next) => {
    makeLoadContext(request, response)
      .then((context) => {
        contexts.set(request, context);
        return pages(request, response, next);
      })
      .catch(next);
  };
}

const clientFolder = join(projectRoot, 'build', 'client');
const serverBundle = join(projectRoot, 'build', 'server', 'index.js');

/** The pages as they were built. */
export async function builtPages(makeLoadContext: MakeLoadContext): Promise<RemixPages> {
  if (!existsSync(serverBundle))
    throw new Error('The pages are not built: run npm run build first');
  const build = (await import(pathToFileURL(serverBundle).href)) as ServerBuild;
  const files = Router();
  // The names hold a hash of what is in them.
  files.use(
    '/assets',
    express.static(join(clientFolder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  files.use(express.static(clientFolder, { maxAge: '1h', index: false }));
  return {
    files,
    pages: remixPages({ build, mode: 'production', makeLoadContext }),
    close: () => Promise.resolve(),
  };
}

/** The pages as they are being written: built when they are asked for. */
export async function pagesInDevelopment(makeLoadContext: MakeLoadContext): Promise<RemixPages> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    root: projectRoot,
    server: { middlewareMode: true, hmr: { port: 0 } },
    appType: 'custom',
  });
  return {
    files: vite.middlewares,
    pages: remixPages({
      build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
      mode: 'development',
      makeLoadContext,
    }),
    close: () => vite.close(),
  };
}
