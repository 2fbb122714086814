import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import {
  analyticsUrl,
  createEmbeddedCube,
  ensureAnalyticsRole,
  ROLLUP_SCHEMA,
} from '../../platform/semantic';
import type { SemanticLayer } from '../../platform/semantic';
import { projectRoot } from '../../platform/project-root';
import { findChangeToken, findTreeVersion } from '../../server/change-token-store';
import { useOwnDatabase, type OwnDatabase } from '../harness/use-database';

export const TIME_ZONE = 'Europe/London';
export const ANALYTICS_SECRET = 'the secret of the analytics role in tests';

export interface SemanticDatabase {
  readonly database: OwnDatabase;
  /** Answers from roll-ups, as the product does. */
  readonly withRollups: SemanticLayer;
  /** Answers from the facts. */
  readonly fromFacts: SemanticLayer;
}

/** A database with facts, and the semantic layer on it twice: with roll-ups and without. Each starts with the first question. */
export function useSemanticDatabase(options: {
  template: string;
  /** What the template does not have. */
  fill?: (database: OwnDatabase) => Promise<void>;
}): SemanticDatabase {
  const database = useOwnDatabase({ template: options.template });
  let layers: { withRollups: SemanticLayer; fromFacts: SemanticLayer } | undefined;

  beforeAll(async () => {
    await options.fill?.(database);
    await ensureAnalyticsRole(database.db, ANALYTICS_SECRET);
    const layer = (usesRollups: boolean) =>
      createEmbeddedCube({
        modelsFolder: join(projectRoot, 'cube-models'),
        databaseUrl: analyticsUrl(database.url, ANALYTICS_SECRET),
        rollupSchema: ROLLUP_SCHEMA,
        timeZones: () => Promise.resolve([TIME_ZONE]),
        changeToken: () => findChangeToken(database.db),
        commonState: () => findTreeVersion(database.db),
        buildsRollups: usesRollups,
        usesRollups,
        log: (message, details) => console.log(new Date().toISOString(), message, details),
      });
    layers = { withRollups: layer(true), fromFacts: layer(false) };
  });
  afterAll(async () => {
    await layers?.withRollups.shutdown();
    await layers?.fromFacts.shutdown();
  });

  const opened = () => {
    if (!layers)
      throw new Error('The semantic layer is there only while the tests of this file run');
    return layers;
  };
  return {
    database,
    get withRollups() {
      return opened().withRollups;
    },
    get fromFacts() {
      return opened().fromFacts;
    },
  };
}
