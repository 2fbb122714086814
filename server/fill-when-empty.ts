import { systemViewer } from '../domain/access';
import { createFirstAdministrator } from '../domain/identity';
import { createOrganisation } from '../domain/organisation';
import { InvalidInput } from '../platform/errors';
import { newId } from '../platform/ids';
import type { Application } from './application';
import { createContextMaker } from './context';
import { findOrganisationSettings } from './organisation-settings-store';
import type { Progress } from './progress';
import { holdingSeedLock } from './seed-lock-store';

/** The database is empty, and nobody has said with what to begin, or with something that cannot be taken. */
export class NothingToServe extends Error {
  override name = 'NothingToServe';
}

/** Fills an empty database: with the demo organisation where it is wanted, else with a first administrator. */
export async function fillWhenEmpty(app: Application, progress: Progress): Promise<void> {
  if (await findOrganisationSettings(app.db)) return;
  await holdingSeedLock(app.sql, async () => {
    if (await findOrganisationSettings(app.db)) return;
    if (app.env.demo) await createDemo(app, progress);
    else await setUp(app, progress);
  });
}

async function createDemo(app: Application, progress: Progress): Promise<void> {
  progress.say('  Creating the demo organisation');
  // Loaded here because it is needed once in the life of an installation.
  const { seedDemo } = await import('../seeds');
  await progress.step('The demo organisation is there', () =>
    seedDemo({
      sql: app.sql,
      now: app.clock.now(),
      secret: app.secret,
      report: (message) => progress.say(`    ${message}`),
    }),
  );
}

async function setUp(app: Application, progress: Progress): Promise<void> {
  const { administrator, organisationName, timeZone } = app.env.setup;
  if (!administrator) {
    throw new NothingToServe(
      'The database is empty. Begin with the demo organisation (DEMO=true), or with an administrator: ' +
        'ADMIN_EMAIL, ADMIN_PASSWORD and, if you like, ORGANISATION_NAME and ORGANISATION_TIME_ZONE.',
    );
  }
  const organisation = {
    organisationId: newId(),
    nameEn: organisationName,
    nameZh: organisationName,
    timeZone,
    defaultLocale: 'en',
    isDemo: false,
  } as const;
  const work = app.db.transaction().execute(async (db) => {
    const contextFor = createContextMaker({ ...app, db }, organisation);
    const ctx = await contextFor({ viewer: systemViewer, requestId: 'set-up' });
    await createOrganisation(ctx, { code: 'ROOT' });
    await createFirstAdministrator(ctx, administrator);
  });
  await work.catch((error: unknown) => {
    throw error instanceof InvalidInput ? new NothingToServe(inWords(error)) : error;
  });
  progress.say(`  ${organisationName} is set up; ${administrator.email} can sign in`);
}

/** An operator reads which variable is refused and why. */
function inWords({ fields }: InvalidInput): string {
  return fields
    .map(({ path, message }) => `ADMIN_${path.join('_').toUpperCase()}: ${message.en}`)
    .join('\n');
}
