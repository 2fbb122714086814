import type { Viewer } from '../domain/access';
import type { Context, OrganisationSettings } from '../domain/context';
import { Unavailable } from '../platform/errors';
import { loggerFor } from '../platform/logger';
import type { Locale } from '../universal/text';
import type { Application } from './application';
import { findOrganisationSettings } from './organisation-settings-store';

const settingsLiveMs = 2000;

/** Largest file that people may upload. */
const maxUploadBytes = 1024 * 1024 * 1024;

export interface ContextRequest {
  viewer: Viewer;
  requestId: string;
  /** The organisation's own language when absent. */
  locale?: Locale;
}

export type ContextMaker = (request: ContextRequest) => Promise<Context>;

type Parts = Pick<
  Application,
  'env' | 'secret' | 'db' | 'clock' | 'semantic' | 'queue' | 'mailer' | 'storage' | 'log'
>;

/**
 * Makes the function that turns a request or a job into what use cases work with. The organisation is that of the
 * database, except while it is only being created.
 */
export function createContextMaker(
  parts: Parts,
  fixedOrganisation?: OrganisationSettings,
): ContextMaker {
  const organisationSettings = fixedOrganisation
    ? () => Promise.resolve(fixedOrganisation)
    : rememberedSettings(parts);
  return async ({ viewer, requestId, locale }) => {
    const organisation = await organisationSettings();
    const { db, clock, semantic, queue, mailer, storage, env, secret } = parts;
    return {
      db,
      viewer,
      clock,
      organisation,
      locale: locale ?? organisation.defaultLocale,
      requestId,
      semantic,
      queue,
      mailer,
      storage,
      log: loggerFor(parts.log, requestId),
      config: { baseUrl: env.baseUrl, isDemo: organisation.isDemo, secret, maxUploadBytes },
    };
  };
}

/** Settings change seldom and are needed by every request: they are read again after two seconds. */
function rememberedSettings({ db }: Pick<Parts, 'db'>): () => Promise<OrganisationSettings> {
  let known: { settings: OrganisationSettings; until: number } | undefined;
  return async () => {
    if (known && known.until > Date.now()) return known.settings;
    const settings = await findOrganisationSettings(db);
    if (!settings) {
      throw new Unavailable({
        en: 'This installation has no organisation yet.',
        zh: '此系统尚未设置组织。',
      });
    }
    known = { settings, until: Date.now() + settingsLiveMs };
    return settings;
  };
}
