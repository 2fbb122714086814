import type { Request, RequestHandler } from 'express';

import type { Refuse } from './request-refusal';

const methods = new Set(['GET', 'HEAD', 'OPTIONS', 'POST']);
/** What Node keeps of a request's headers; beyond it the request is refused by Node itself, with 431. */
export const headerLimits = { bytes: 16 * 1024, count: 100 } as const;

/**
 * Refuses requests whose first lines nobody can make sense of, before they reach code that builds addresses out of them.
 * An address that names a host is taken for the path on this one, as the standard asks of servers.
 */
export function assertShape(refuse: Refuse): RequestHandler {
  return (request, response, next) => {
    if (!methods.has(request.method)) {
      response.setHeader('Allow', [...methods].join(', '));
      refuse(request, response, 405);
      return;
    }
    const path = pathOf(request.url);
    if (path === undefined || !hasHosts(request) || hasTooMany(request)) {
      refuse(request, response, 400);
      return;
    }
    request.url = path;
    request.originalUrl = path;
    next();
  };
}

/** The path and the query of an address, beginning with exactly one slash; undefined when it cannot be read. */
export function pathOf(url: string): string | undefined {
  const path = url.replace(/^https?:\/\/[^/?#]*/i, '').replace(/^\/+/, '/');
  const rooted = path === '' || path.startsWith('?') ? `/${path}` : path;
  if (!rooted.startsWith('/') || !isDecodable(rooted)) return undefined;
  return URL.canParse(rooted, 'http://in.process') ? rooted : undefined;
}

/** Every part of a path is decoded somewhere: a per cent sign without its two digits must not fail there. */
function isDecodable(url: string): boolean {
  const [path = ''] = url.split('?');
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

function hasHosts({ headers }: Request): boolean {
  return [headers.host, headers['x-forwarded-host']]
    .filter((host) => host !== undefined)
    .every((host) => String(host).split(',').every(isHost));
}

function isHost(host: string): boolean {
  return /^[\w.:[\]-]*$/.test(host.trim()) && URL.canParse(`http://${host.trim() || 'none'}`);
}

function hasTooMany({ rawHeaders }: Request): boolean {
  return rawHeaders.length / 2 > headerLimits.count;
}
