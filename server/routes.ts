import type { Request, Response, Router } from 'express';

import type { Context } from '../domain/context';
import type { Application } from './application';
import { browserErrorRoutes } from './browser-errors';
import { importDownloadRoutes } from './import-downloads';
import { peopleFileRoutes } from './people-files';
import type { RateLimits } from './rate-limits';
import { qrCodeRoutes } from './respondent/qr-code-routes';
import { uploadRoutes } from './uploads';

/** What the routes of an area are given; `contextOf` is the signed-in viewer's, or an anonymous one. */
export interface RouteTools {
  app: Application;
  limits: RateLimits;
  contextOf: (request: Request, response: Response) => Promise<Context>;
}

/**
 * Addresses of the portal that are answered without a page of it: uploads, downloads, what browsers report.
 * Each has a written reason in docs/decisions why it does not go through the schema.
 */
export const routes: readonly ((tools: RouteTools) => Router)[] = [
  qrCodeRoutes,
  uploadRoutes,
  importDownloadRoutes,
  peopleFileRoutes,
  browserErrorRoutes,
];
