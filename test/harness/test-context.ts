import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Viewer } from '../../domain/access';
import type { Context, OrganisationSettings } from '../../domain/context';
import { fixedClock } from '../../platform/clock';
import type { Db } from '../../platform/db';
import { randomId } from '../../platform/ids';
import { createMailer } from '../../platform/mailer';
import { createQueue } from '../../platform/queue';
import type { SemanticLayer } from '../../platform/semantic/semantic-layer';
import { createFolderStorage } from '../../platform/storage';
import { allJobs } from '../../server/jobs';

/** What the tests call today: after the clock went back in Europe/London. */
export const testToday = new Date('2026-11-16T09:00:00Z');

/** The one organisation of the migrated template database. */
export const testOrganisation: OrganisationSettings = {
  organisationId: '01a1f000-0000-7000-8000-000000000001',
  nameEn: 'Test Works',
  nameZh: '测试公司',
  timeZone: 'Europe/London',
  defaultLocale: 'en',
  isDemo: false,
};

/** Parts of a context that a test decides; the rest is real, on the test's database. */
export type ContextChoice = Partial<Omit<Context, 'db' | 'viewer'>>;

let filesFolder: string | undefined;

/** Makes the context of a viewer on a test's database. */
export function testContext(db: Db, viewer: Viewer, choice: ContextChoice = {}): Context {
  const queue = createQueue(allJobs(undefined));
  filesFolder ??= mkdtempSync(join(tmpdir(), 'tandem-files-'));
  return {
    db,
    viewer,
    clock: fixedClock(testToday),
    organisation: testOrganisation,
    locale: 'en',
    requestId: randomId(),
    semantic: absentSemanticLayer,
    queue,
    mailer: createMailer(db, { queue, hasServer: true }),
    storage: createFolderStorage(filesFolder),
    log: pino({ level: 'silent' }),
    config: {
      baseUrl: 'http://localhost:3000',
      isDemo: false,
      secret: 'a secret that only the tests know, long enough to sign',
      maxUploadBytes: 200 * 1024 * 1024,
    },
    ...choice,
  };
}

/** The semantic layer reads what is committed, so it cannot see into the transaction of a test. */
const absentSemanticLayer: SemanticLayer = {
  load: () => Promise.reject(new Error('A test that reads numbers needs a database of its own')),
  ready: () => Promise.resolve(),
  refresh: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
};
