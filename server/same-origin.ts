import type { RequestHandler } from 'express';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that a page of another site asks the reader's browser for. Browsers say where a change comes from;
 * a program that says nothing sends no cookie of a person by itself.
 */
export function sameOriginOnly({ baseUrl }: { baseUrl: string }): RequestHandler {
  const own = new URL(baseUrl).origin;
  return (request, response, next) => {
    const { origin, 'sec-fetch-site': site } = request.headers;
    const isOwn =
      origin === undefined
        ? site === undefined || site === 'same-origin' || site === 'none'
        : origin === own || origin === `${request.protocol}://${request.get('host') ?? ''}`;
    if (readingMethods.has(request.method) || isOwn) {
      next();
      return;
    }
    response.status(403).type('text').send('This change was asked for by another site.\n');
  };
}
