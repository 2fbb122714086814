import type { RequestHandler } from 'express';

import type { Environment } from '../platform/env';
import type { Logger } from '../platform/logger';

type ProxySettings = Pick<Environment, 'baseUrl' | 'trustProxy'>;

/** What looks wrong about proxies before the first request came; undefined when nothing does. */
export function proxyProblemOf({ baseUrl, trustProxy }: ProxySettings): string | undefined {
  if (!baseUrl.startsWith('https:') || trustProxy !== false) return undefined;
  return (
    'BASE_URL begins with https:, so a proxy stands before this process, but TRUST_PROXY is not set: ' +
    'limits would count all people as one network address. Give the number of proxies or their addresses.'
  );
}

/** Says once that a proxy names people's addresses while nobody has said that it may. */
export function noticeUnknownProxy(
  { trustProxy }: ProxySettings,
  log: Pick<Logger, 'warn'>,
): RequestHandler {
  let isSaid = trustProxy !== false;
  return (request, _response, next) => {
    if (!isSaid && request.headers['x-forwarded-for'] !== undefined) {
      isSaid = true;
      log.warn(
        'A request came with X-Forwarded-For, which is not believed: TRUST_PROXY is not set. ' +
          'Behind a proxy, give the number of proxies or their addresses.',
      );
    }
    next();
  };
}
