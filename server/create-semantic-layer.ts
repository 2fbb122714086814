import { join } from 'node:path';
import type { Db } from '../platform/db';
import type { Environment } from '../platform/env';
import type { Logger } from '../platform/logger';
import { projectRoot } from '../platform/project-root';
import {
  analyticsUrl,
  createCubeDeployment,
  createEmbeddedCube,
  ROLLUP_SCHEMA,
} from '../platform/semantic';
import type { SemanticLayer } from '../platform/semantic';
import { findChangeToken, findTreeVersion } from './change-token-store';
import { findOrganisationSettings } from './organisation-settings-store';

interface Needs {
  env: Environment;
  databaseUrl: string;
  secret: string;
  db: Db;
  log: Logger;
}

/** The semantic layer that the configuration asks for: a Cube deployment, or Cube in this process. */
export function createSemanticLayer({ env, databaseUrl, secret, db, log }: Needs): SemanticLayer {
  if (env.cubeApiUrl !== undefined && env.cubeApiSecret !== undefined) {
    const layer = createCubeDeployment({ apiUrl: env.cubeApiUrl, apiSecret: env.cubeApiSecret });
    return env.process === 'web' ? layer : collectingChanges(layer, db, log);
  }
  return createEmbeddedCube({
    modelsFolder: join(projectRoot, 'cube-models'),
    databaseUrl: env.analyticsDatabaseUrl ?? analyticsUrl(databaseUrl, secret),
    rollupSchema: ROLLUP_SCHEMA,
    timeZones: async () => [(await findOrganisationSettings(db))?.timeZone ?? 'UTC'],
    changeToken: () => findChangeToken(db),
    commonState: () => findTreeVersion(db),
    buildsRollups: env.process !== 'web',
    log: (message, details) => log.warn(details, message),
  });
}

const COLLECT_MS = 3_000;

/** A deployment reads which days have changed and cannot note it itself: it may read, and nothing else. */
function collectingChanges(layer: SemanticLayer, db: Db, log: Logger): SemanticLayer {
  const collect = () =>
    findChangeToken(db).catch((error: unknown) =>
      log.warn({ error: String(error) }, 'changed facts could not be collected'),
    );
  const timer = setInterval(() => void collect(), COLLECT_MS).unref();
  return {
    ...layer,
    async refresh() {
      await collect();
      await layer.refresh();
    },
    async shutdown() {
      clearInterval(timer);
      await layer.shutdown();
    },
  };
}
