import { Unavailable } from '../errors';
import type { CubeError, CubeResult, EmbeddedCore, RefreshContext } from './cube-core';
import { readModels } from './cube-models';
import { type Claims, claimsOf, cubeQueryOf, groupsOf } from './cube-query';
import { type CubeColumns, rowsOfColumns } from './cube-rows';
import { createRollupRefresh } from './rollup-refresh';
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

/** With the look for changes and the build this stays far below the minute in which feedback must show. */
const REMEMBERED_SECONDS = 5;

/** Cube in this process on the models in `modelsFolder`, reading through the analytics role. Starts on first use. */
export function createEmbeddedCube(options: EmbeddedCubeOptions): SemanticLayer {
  let starting: Promise<EmbeddedCore> | undefined;
  function start(): Promise<EmbeddedCore> {
    if (starting) return starting;
    const attempt = startCube(options);
    starting = attempt;
    // A database that was away is tried again at the next question.
    attempt.catch(() => (starting = undefined));
    return attempt;
  }
  const usesRollups = options.usesRollups ?? true;
  const remembered = createRowCache({ max: 200, seconds: REMEMBERED_SECONDS });
  const rollups = createRollupRefresh({
    refresh: async () => {
      const [core, timeZones] = await Promise.all([start(), options.timeZones()]);
      if (options.buildsRollups) await buildRollups(core, timeZones);
      await core.forget(readerContext(), 'everything');
      remembered.forget();
    },
    // Another zone cuts other days: its roll-ups are others too.
    changeToken: async () =>
      [await options.changeToken(), ...(await options.timeZones())].join('|'),
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
      if (usesRollups) await rollups.now();
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

async function startCube(options: EmbeddedCubeOptions): Promise<EmbeddedCore> {
  const [{ createCore }, { createRollupDriver }, files] = await Promise.all([
    import('./cube-core'),
    import('./rollup-driver'),
    readModels(options.modelsFolder, options.usesRollups ?? true),
  ]);
  const isBuilder = (context: { securityContext?: { builder?: boolean } }) =>
    context.securityContext?.builder === true;
  // Cube keeps its cache in one place per process: the prefix keeps two layers in one process apart.
  const prefix = crypto.randomUUID();
  const drivers: Awaited<ReturnType<typeof createRollupDriver>>[] = [];
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
    driverFactory: async () => {
      const driver = await createRollupDriver({
        databaseUrl: options.databaseUrl,
        maxConnections: 4,
      });
      drivers.push(driver);
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
  return message.includes('No pre-aggregation partitions were built yet')
    ? new Unavailable(undefined, { cause })
    : cause;
}

function rowsOf(result: CubeResult, measures: readonly string[]): SemanticRow[] {
  const columns = JSON.parse(result.getRawData()[0].toString('utf8')) as CubeColumns;
  const [{ aliasToMemberNameMap, annotation }] = result.getTransformData();
  return rowsOfColumns(columns, aliasToMemberNameMap, measures, new Set(Object.keys(annotation)));
}
