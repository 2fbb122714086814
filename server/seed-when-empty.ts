import type { Application } from './application';
import { findOrganisationSettings } from './organisation-settings-store';
import type { Progress } from './progress';
import { holdingSeedLock } from './seed-lock-store';

/** Fills an empty database with the demo organisation, where it is wanted. */
export async function seedWhenEmpty(app: Application, progress: Progress): Promise<void> {
  if (!app.env.demo || (await findOrganisationSettings(app.db))) return;
  progress.say('  Creating the demo organisation');
  await progress.step('The demo organisation is there', () =>
    holdingSeedLock(app.sql, () => seed(app, progress)),
  );
}

async function seed(app: Application, progress: Progress): Promise<void> {
  if (await findOrganisationSettings(app.db)) return;
  // Loaded here because it is needed once in the life of an installation.
  const { seedDemo } = await import('../seeds');
  await seedDemo({
    sql: app.sql,
    now: app.clock.now(),
    report: (message) => progress.say(`    ${message}`),
  });
}
