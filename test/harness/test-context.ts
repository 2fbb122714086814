import { pino } from 'pino';
import { inject } from 'vitest';
import type { Viewer } from '../../domain/access';
import type { Context } from '../../domain/context';
import { fixedClock } from '../../platform/clock';
import type { Db } from '../../platform/db';
import { randomId } from '../../platform/ids';
import { createMailer } from '../../platform/mailer';
import { createQueue } from '../../platform/queue';
import type { SemanticLayer } from '../../platform/semantic/semantic-layer';
import { createFolderStorage } from '../../platform/storage';
import { allJobs } from '../../server/jobs';
import { testOrganisation, testSecret, testToday } from './test-organisation';

export { testOrganisation, testSecret, testToday };

/** Parts of a context that a test decides; the rest is real, on the test's database. */
export type ContextChoice = Partial<Omit<Context, 'db' | 'viewer'>>;

/** Makes the context of a viewer on a test's database. */
export function testContext(db: Db, viewer: Viewer, choice: ContextChoice = {}): Context {
  const queue = createQueue(allJobs(undefined));
  return {
    db,
    viewer,
    clock: fixedClock(testToday),
    organisation: testOrganisation,
    locale: 'en',
    requestId: randomId(),
    semantic: absentSemanticLayer,
    queue,
    mailer: createMailer(db, { queue, hasServer: true, secret: testSecret }),
    storage: createFolderStorage(inject('testServer').filesFolder),
    log: pino({ level: 'silent' }),
    config: {
      baseUrl: 'http://localhost:3000',
      isDemo: false,
      secret: testSecret,
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
