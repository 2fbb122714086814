import type { Clock } from '../platform/clock';
import type { Db } from '../platform/db';
import type { Logger } from '../platform/logger';
import type { Mailer } from '../platform/mailer';
import type { Queue } from '../platform/queue';
import type { SemanticLayer } from '../platform/semantic';
import type { Storage } from '../platform/storage';
import type { Locale } from '../universal/text';
import type { Viewer } from './access';

/** The organisation that this request is about. */
export interface OrganisationSettings {
  organisationId: string;
  nameEn: string;
  nameZh: string;
  /** IANA zone; a day or a month is a day or a month there. */
  timeZone: string;
  defaultLocale: Locale;
  isDemo: boolean;
}

/** Everything a use case may reach. Passed, never kept: one process may serve several organisations. */
export interface Context {
  db: Db;
  viewer: Viewer;
  clock: Clock;
  organisation: OrganisationSettings;
  locale: Locale;
  requestId: string;
  semantic: SemanticLayer;
  queue: Queue;
  mailer: Mailer;
  storage: Storage;
  log: Logger;
  config: {
    baseUrl: string;
    isDemo: boolean;
    /** Signs links and derives keys; never logged, never stored. */
    secret: string;
    maxUploadBytes: number;
  };
}

/** Runs the work in one transaction; inside one already, joins it. */
export function inTransaction<R>(ctx: Context, work: (ctx: Context) => Promise<R>): Promise<R> {
  if (ctx.db.isTransaction) return work(ctx);
  return ctx.db.transaction().execute((db) => work({ ...ctx, db }));
}
