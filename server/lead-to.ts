import type { Response } from 'express';

import { ownPath } from '../universal/own-path';

/** Leads on to a page of this site after a form was stored, so that going back or reloading does not send it again. */
export function leadTo(res: Response, path: string): void {
  res
    .writeHead(303, { Location: ownPath(path), 'Cache-Control': 'no-store', 'Content-Length': 0 })
    .end();
}
