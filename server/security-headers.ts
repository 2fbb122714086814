import { randomBytes } from 'node:crypto';

import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Browsers that came once over an encrypted connection come only so for a year. */
export const onlyEncrypted: RequestHandler = helmet.strictTransportSecurity({ maxAge: 31_536_000 });

/** Scripts and styles run only with the nonce of their page; attributes of style are what charts are drawn with. */
export function securityHeaders({
  isSecure,
  dev,
}: {
  isSecure: boolean;
  dev: boolean;
}): RequestHandler {
  const nonceOf = (_request: unknown, response: unknown) =>
    `'nonce-${String((response as { locals: Record<string, unknown> }).locals['nonce'])}'`;
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: dev ? ["'self'", 'ws:'] : ["'self'"],
        scriptSrc: ["'self'", nonceOf],
        // The development server puts styles in without a nonce.
        styleSrc: dev ? ["'self'", "'unsafe-inline'"] : ["'self'", nonceOf],
        styleSrcAttr: ["'unsafe-inline'"],
        upgradeInsecureRequests: isSecure ? [] : null,
      },
    },
    // Set for every address, by `onlyEncrypted`.
    strictTransportSecurity: false,
    // Without any referrer a form sent without scripts would have the origin "null", which looks like another site.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  return (request, response, next) => {
    response.locals['nonce'] = randomBytes(16).toString('base64');
    protect(request, response, next);
  };
}
