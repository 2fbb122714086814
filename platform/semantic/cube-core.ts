import type { ApiGateway } from '@cubejs-backend/api-gateway';
import type { CompilerApi, CreateOptions } from '@cubejs-backend/server-core';

import { closingCompilerStorage } from './compile-tracking';

type ServerCoreModule = typeof import('@cubejs-backend/server-core');

export interface CubeResult {
  getRawData(): [Buffer];
  /** `annotation` speaks of public members only. */
  getTransformData(): [
    { aliasToMemberNameMap: Record<string, string>; annotation: Record<string, unknown> },
  ];
}

export interface CubeError {
  error: string;
}

export interface LoadRequest {
  query: Record<string, unknown>;
  context: RefreshContext;
  res: (result: CubeResult | CubeError) => void;
  apiType: 'rest';
}

export interface RefreshContext {
  securityContext: Record<string, unknown>;
  requestId: string;
}

/** Where Cube keeps results: a map of its own in front of one that all of the process shares. */
interface QueryCacheInternals {
  memoryCache: { clear(): void };
  getKey(catalogue: string, key: string): string;
  getCacheDriver(): { store: Record<string, { exp: number }> };
}

type QueueResults = Record<string, { resolved?: boolean }>;

/** Where Cube's queues in memory leave the result of a query for whoever waits for it. */
interface QueueInternals {
  queueDriver: { createConnection(): Promise<{ state: { resultPromises: QueueResults } }> };
}

/** The part of Cube's core that is used here. */
export interface EmbeddedCore {
  load(request: LoadRequest): Promise<void>;
  runScheduledRefresh(
    context: RefreshContext,
    options: { timezones: string[]; concurrency: number; throwErrors: boolean },
  ): Promise<{ finished: boolean }>;
  /**
   * Forgets what is cached for the orchestrator of a context, or what has expired anywhere: Cube itself forgets an
   * expired entry only when it is asked for again, so its memory would grow for as long as we run.
   */
  forget(context: RefreshContext, scope: 'everything' | 'expired'): Promise<void>;
  shutdown(): Promise<void>;
}

/** Settings that Cube reads from nowhere but the environment. */
function setCubeEnvironment(): void {
  process.env.CUBEJS_TELEMETRY = 'false';
  process.env.CUBEJS_CACHE_AND_QUEUE_DRIVER = 'memory';
  process.env.CUBEJS_DB_TYPE = 'postgres';
  process.env.CUBEJS_EXTERNAL_DEFAULT = 'false';
  // Nothing but errors is logged, and no query of ours holds personal data: combing every message costs more than all else.
  process.env.CUBEJS_LOG_REDACTION = 'false';
}

/** Cube takes anything but production for a developer's playground, and advises on the console accordingly. */
function asInProduction<T>(create: () => T): T {
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return create();
  } finally {
    if (environment === undefined) Reflect.deleteProperty(process.env, 'NODE_ENV');
    else process.env.NODE_ENV = environment;
  }
}

/** A waiter that gave up leaves its result behind, and the next one to ask gets that old result at once. */
async function forgetResultsNobodyFetched(queues: readonly unknown[]): Promise<void> {
  for (const queue of queues as readonly QueueInternals[]) {
    const { resultPromises } = (await queue.queueDriver.createConnection()).state;
    for (const [key, result] of Object.entries(resultPromises)) {
      if (result.resolved) delete resultPromises[key];
    }
  }
}

/**
 * Cube's core without its native binary, which a plain install fetches from elsewhere: the planner written in
 * TypeScript, models in plain YAML, no SQL interface. Loaded on first use, because it is a third of what we import.
 */
export async function createCore(options: CreateOptions): Promise<EmbeddedCore> {
  setCubeEnvironment();
  const [{ CubejsServerCore, CompilerApi: BaseCompilerApi }, { ApiGateway: BaseApiGateway }] =
    await Promise.all([
      // The package's CommonJS export is the class with everything else on it, which its types do not say.
      import('@cubejs-backend/server-core').then(
        (module) => module.default as unknown as ServerCoreModule,
      ),
      import('@cubejs-backend/api-gateway'),
    ]);

  class PlainCompilerApi extends BaseCompilerApi {
    override createNativeInstance(): ReturnType<CompilerApi['createNativeInstance']> {
      const withoutTemplates = {
        newJinjaEngine: () => ({
          loadTemplate: () => {
            throw new Error('models are plain YAML: templates are not supported');
          },
        }),
        loadPythonContext: () => Promise.resolve({}),
      };
      return withoutTemplates as unknown as ReturnType<CompilerApi['createNativeInstance']>;
    }

    override compileSchema(
      ...compilation: Parameters<CompilerApi['compileSchema']>
    ): ReturnType<CompilerApi['compileSchema']> {
      return closingCompilerStorage(() => super.compileSchema(...compilation));
    }

    /** Cube's cache of planned queries has the options in its key: with the request's id among them it never hits. */
    override getSql(
      ...[query, options]: Parameters<CompilerApi['getSql']>
    ): ReturnType<CompilerApi['getSql']> {
      const { requestId: _requestId, ...rest } = options ?? {};
      return super.getSql(query, rest);
    }

    override createQuery(
      ...[compilers, dbType, dialect, query]: Parameters<CompilerApi['createQuery']>
    ) {
      return super.createQuery(compilers, dbType, dialect, {
        ...query,
        useNativeSqlPlanner: false,
      });
    }
  }

  class QuietApiGateway extends BaseApiGateway {
    protected override createSQLServerInstance(): ReturnType<ApiGateway['getSQLServer']> {
      const nothing = { init: () => Promise.resolve(), shutdown: () => Promise.resolve() };
      return nothing as unknown as ReturnType<ApiGateway['getSQLServer']>;
    }
  }

  class Core extends CubejsServerCore {
    protected override createCompilerApi(
      repository: ConstructorParameters<typeof CompilerApi>[0],
      compilerOptions: Record<string, unknown> = {},
    ): CompilerApi {
      const dbType = compilerOptions.dbType ?? this.options.dbType;
      return new PlainCompilerApi(
        repository,
        dbType as ConstructorParameters<typeof CompilerApi>[1],
        this.createCompilerApiOptions(compilerOptions),
      );
    }

    protected override createApiGatewayInstance(
      ...settings: ConstructorParameters<typeof ApiGateway>
    ): ApiGateway {
      return new QuietApiGateway(...settings);
    }

    load(request: LoadRequest): Promise<void> {
      return this.apiGateway().load(request as unknown as Parameters<ApiGateway['load']>[0]);
    }

    async forget(context: RefreshContext, scope: 'everything' | 'expired'): Promise<void> {
      const orchestrator = (await this.getOrchestratorApi({ ...context })).getQueryOrchestrator();
      const cache = orchestrator.getQueryCache() as unknown as QueryCacheInternals;
      const entries = cache.getCacheDriver().store;
      const ownKey = cache.getKey('', '').split('#')[0] ?? '';
      if (scope === 'everything') cache.memoryCache.clear();
      const now = Date.now();
      for (const [key, entry] of Object.entries(entries)) {
        if (scope === 'expired' ? entry.exp < now : key.startsWith(ownKey)) delete entries[key];
      }
      await forgetResultsNobodyFetched([
        await orchestrator.getQueryCache().getQueue(),
        await orchestrator.getPreAggregations().getQueue(),
        orchestrator.getPreAggregations().getLoadCacheQueue(),
      ]);
    }
  }

  return asInProduction(() => new Core(options));
}
