import { saysOutage } from '../db';
import { Unavailable } from '../errors';
import type { CubeError, CubeResult, EmbeddedCore, RefreshContext } from './cube-core';
import { readModels } from './cube-models';
import { type Claims, claimsOf, cubeQueryOf, groupsOf } from './cube-query';
import { type CubeColumns, rowsOfColumns } from './cube-rows';
import type { RollupDriver } from './rollup-driver';
import { APART_MS, createRollupRefresh, pause } from './rollup-refresh';
import { createRowCache } from './row-cache';
import type { SecurityContext, SemanticLayer, SemanticRow } from './semantic-layer';

export interface EmbeddedCubeOptions {
  modelsFolder: string;
  /** Connection of the read-only analytics role. */
  databaseUrl: string;
  /** The schema of that role's own in which roll-ups live. */
  rollupSchema: string;
  /** Zones to cut days and months in: the organisation's. */
  timeZones: () => Promise<readonly string[]>;
  /** Text that changes whenever facts do, so that an idle system does not ask about every partition again and again. */
  changeToken: () => Promise<string>;
  /**
   * Text that is another one, and never one of before, when what all partitions are built upon has changed. If it
   * changes during a build, the build is not shown: some of its parts would be from before and some from after.
   */
  commonState?: () => Promise<string>;
  /** True in exactly one process of an installation: it builds the roll-ups, the others read them. */
  buildsRollups: boolean;
  /** False computes everything from the facts. */
  usesRollups?: boolean;
  /** False puts every question to Cube anew, to measure what that costs. */
  remembersRows?: boolean;
  /** How often to look for changes. */
  refreshSeconds?: number;
  log?: (message: string, details: Record<string, unknown>) => void;
}

/**
 * The one kind of context whose orchestrator may build roll-ups; readers have another, which only reads what is there.
 * Each refresh has a request id of its own, because Cube answers a known one from what it already has.
 */
const builderContext = (): RefreshContext => ({
  securityContext: { builder: true },
  requestId: crypto.randomUUID(),
});

const readerContext = (): RefreshContext => ({
  securityContext: {},
  requestId: crypto.randomUUID(),
});

/** How often a build is begun again because the common state changed below it, before the next turn takes it up. */
const MOST_ATTEMPTS = 5;

/** With the look for changes and the build this stays far below the minute in which feedback must show. */
const REMEMBERED_SECONDS = 5;

/** Cube in this process on the models in `modelsFolder`, reading through the analytics role. Starts on first use. */
export function createEmbeddedCube(options: EmbeddedCubeOptions): SemanticLayer {
  let starting: Promise<StartedCube> | undefined;
  function start(): Promise<StartedCube> {
    if (starting) return starting;
    const attempt = startCube(options);
    starting = attempt;
    // A database that was away is tried again at the next question.
    attempt.catch(() => (starting = undefined));
    return attempt;
  }
  // Another zone cuts other days: its roll-ups are others too.
  const changeToken = async () =>
    [await options.changeToken(), ...(await options.timeZones())].join('|');

  /** Builds, and builds again while the ground moves below it. Returns the token of what was built. */
  async function buildInOneState(core: StartedCube): Promise<string> {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const before = await options.commonState?.();
      // After the state is read: what changed it before that is known to have changed.
      const token = await changeToken();
      await buildRollups(core, await options.timeZones());
      if ((await options.commonState?.()) === before) {
        await core.publish();
        return token;
      }
      await pause(APART_MS);
    }
    throw new Error('what roll-ups are built upon changed during each of several builds');
  }

  const usesRollups = options.usesRollups ?? true;
  const remembered = createRowCache({ max: 200, seconds: REMEMBERED_SECONDS });
  const rollups = createRollupRefresh({
    refresh: async () => {
      const core = await start();
      const token = options.buildsRollups ? await buildInOneState(core) : await changeToken();
      await core.forget(readerContext(), 'everything');
      remembered.forget();
      return token;
    },
    changeToken,
    seconds: options.refreshSeconds ?? 3,
    onError: (error) => options.log?.('roll-ups could not be refreshed', { error: String(error) }),
  });

  return {
    load(query, security) {
      const [asked, claims] = [cubeQueryOf(query), claimsOf(security)];
      const ask = async () => {
        // Until the first build is through, numbers would lack the months that are not there yet.
        if (usesRollups && options.buildsRollups) await rollups.start().catch(() => undefined);
        return runQuery(await start(), asked, claims, query.measures);
      };
      return options.remembersRows === false ? ask() : remembered.rowsOf([asked, claims], ask);
    },
    async refresh() {
      if (usesRollups) return rollups.now();
      await (await start()).forget(readerContext(), 'everything');
      remembered.forget();
    },
    async ready() {
      await start();
      if (usesRollups) await rollups.start();
    },
    async shutdown() {
      await rollups.stop();
      await (await starting?.catch(() => undefined))?.shutdown();
    },
  };
}

/** Builds what is missing or out of date. What is known of earlier looks at the facts is forgotten first. */
async function buildRollups(core: EmbeddedCore, timeZones: readonly string[]): Promise<void> {
  await core.forget(builderContext(), 'everything');
  const options = { timezones: [...timeZones], concurrency: 2, throwErrors: true };
  await core.runScheduledRefresh(builderContext(), options).catch((error: unknown) => {
    throw error instanceof Error ? error : new Error(String((error as CubeError).error));
  });
}

interface StartedCube extends EmbeddedCore {
  /** Shows readers what was built. */
  publish(): Promise<void>;
}

async function startCube(options: EmbeddedCubeOptions): Promise<StartedCube> {
  const [{ createCore }, { createRollupDriver }, files] = await Promise.all([
    import('./cube-core'),
    import('./rollup-driver'),
    readModels(options.modelsFolder, options.usesRollups ?? true),
  ]);
  const isBuilder = (context: { securityContext?: { builder?: boolean } }) =>
    context.securityContext?.builder === true;
  // Cube keeps its cache in one place per process: the prefix keeps two layers in one process apart.
  const prefix = crypto.randomUUID();
  const drivers: RollupDriver[] = [];
  let builder: RollupDriver | undefined;
  const core = await createCore({
    devServer: false,
    telemetry: false,
    apiSecret: prefix,
    cacheAndQueueDriver: 'memory',
    preAggregationsSchema: options.rollupSchema,
    scheduledRefreshTimer: false,
    compilerCacheSize: 100,
    repositoryFactory: () => ({
      localPath: () => options.modelsFolder,
      dataSchemaFiles: () => Promise.resolve(files),
    }),
    contextToGroups: ({ securityContext }) => groupsOf(securityContext as Partial<SecurityContext>),
    contextToOrchestratorId: (context) =>
      isBuilder(context) ? `${prefix}-builder` : `${prefix}-reader`,
    contextToAppId: () => 'tandem',
    scheduledRefreshContexts: () => Promise.resolve([builderContext()]),
    driverFactory: async (context) => {
      const driver = await createRollupDriver({
        databaseUrl: options.databaseUrl,
        rollupSchema: options.rollupSchema,
        maxConnections: 4,
        isBuilder: isBuilder(context),
      });
      drivers.push(driver);
      if (isBuilder(context)) builder = driver;
      return driver;
    },
    orchestratorOptions: (context) => ({
      // Seconds after which Cube asks to be asked again; a build must not be given up half-way.
      continueWaitTimeout: isBuilder(context) ? 90 : 10,
      queryCacheOptions: { queueOptions: { concurrency: 4 } },
      preAggregationsOptions: {
        externalRefresh: !isBuilder(context),
        queueOptions: { concurrency: 2 },
        // Seconds until a process that only reads sees that a roll-up was built again.
        ...({ preAggregationsSchemaCacheExpire: 2 } as object),
      },
    }),
    logger: (message, { error }: { error?: unknown }) => {
      if (error) options.log?.(message, { error: error instanceof Error ? error.message : error });
    },
  });
  const sweep = setInterval(() => void core.forget(readerContext(), 'expired'), 60_000).unref();
  const shutdown = async () => {
    clearInterval(sweep);
    await core.shutdown();
    await Promise.all(drivers.map((driver) => driver.release()));
  };
  return {
    load: (request) => core.load(request),
    runScheduledRefresh: (context, refresh) => core.runScheduledRefresh(context, refresh),
    forget: (context, scope) => core.forget(context, scope),
    publish: async () => builder?.publish(),
    shutdown,
  };
}

/** Cube's long poll: the same request asked again picks up the query that still runs. */
const CONTINUE_WAIT = 'Continue wait';

async function runQuery(
  core: EmbeddedCore,
  query: Record<string, unknown>,
  claims: Claims,
  measures: readonly string[],
): Promise<SemanticRow[]> {
  const context = { securityContext: claims, requestId: crypto.randomUUID() };
  for (;;) {
    const result = await new Promise<CubeResult | CubeError>((resolve, reject) => {
      core.load({ query, context, apiType: 'rest', res: resolve }).catch(reject);
    });
    if (!('error' in result)) return rowsOf(result, measures);
    if (result.error !== CONTINUE_WAIT) throw refusal(result.error);
  }
}

function refusal(message: string): Error {
  const cause = new Error(`Cube refused a query: ${message}`);
  return message.includes('No pre-aggregation partitions were built yet') || saysOutage(message)
    ? new Unavailable(undefined, { cause })
    : cause;
}

function rowsOf(result: CubeResult, measures: readonly string[]): SemanticRow[] {
  const columns = JSON.parse(result.getRawData()[0].toString('utf8')) as CubeColumns;
  const [{ aliasToMemberNameMap, annotation }] = result.getTransformData();
  return rowsOfColumns(columns, aliasToMemberNameMap, measures, new Set(Object.keys(annotation)));
}
