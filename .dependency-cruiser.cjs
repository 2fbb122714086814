const tests = '\\.test\\.tsx?$|^test/';

/** Which other areas of the business an area may use, besides the base that all may use. */
const usable = {
  access: [],
  privacy: [],
  intake: [],
  organisation: [],
  identity: [],
  surveys: [],
  kpis: [],
  analytics: [],
  pulse: ['surveys'],
  feedback: ['surveys'],
  'closed-loop': ['analytics', 'feedback'],
  appraisal: ['analytics', 'feedback', 'kpis'],
  operations: [],
};
const base = ['access', 'privacy', 'intake', 'organisation'];

/** Upper layers import lower ones, never the other way round. */
const layers = {
  universal: ['universal'],
  respondent: ['respondent', 'universal'],
  platform: ['platform', 'universal'],
  domain: ['domain', 'platform', 'universal'],
  graphql: ['graphql', 'domain', 'platform', 'universal'],
  seeds: ['seeds', 'domain', 'platform', 'universal'],
  server: ['server', 'graphql', 'domain', 'platform', 'universal', 'respondent', 'seeds'],
  migrations: [],
};
const ours = [...Object.keys(layers), 'app', 'test', 'scripts', 'bench'];

const layerRules = Object.entries(layers).map(([layer, allowed]) => ({
  name: `layer-${layer}`,
  comment: `${layer} may import ${allowed.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^${layer}/`, pathNot: tests },
  to: {
    path: `^(${ours.join('|')})/`,
    ...(allowed.length > 0 && { pathNot: `^(${allowed.join('|')})/` }),
  },
}));

const areaRules = Object.entries(usable).map(([area, others]) => ({
  name: `area-${area}`,
  comment: `${area} may use ${[...base, ...others].join(', ')}`,
  severity: 'error',
  from: { path: `^domain/${area}/`, pathNot: tests },
  to: { path: '^domain/[^/]+/', pathNot: `^domain/(${[area, ...base, ...others].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    ...areaRules,
    {
      name: 'app-through-the-server-door',
      comment:
        'The pages reach data only through server/*.server, and share nothing else but universal',
      severity: 'error',
      from: { path: '^app/', pathNot: tests },
      to: {
        path: `^(${ours.join('|')})/`,
        pathNot: '^(app|universal)/|^server/[^/]+\\.server\\.ts$',
      },
    },
    {
      name: 'area-through-its-index',
      comment:
        'An area is used through its index.ts; the list of jobs may also be read from jobs.ts',
      severity: 'error',
      from: { path: '^(domain/([^/]+)|graphql|server|seeds)/', pathNot: tests },
      to: { path: '^domain/([^/]+)/', pathNot: '^domain/($2|[^/]+/(index|jobs)\\.ts$)' },
    },
    {
      name: 'known-area',
      comment: 'A new area of the business is added to the list above, with what it may use',
      severity: 'error',
      from: {},
      to: { path: '^domain/[^/]+/', pathNot: `^domain/(${Object.keys(usable).join('|')})/` },
    },
    {
      name: 'frozen-migrations',
      comment: 'A migration depends on kysely alone, so that it never changes with our code',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { pathNot: '^node_modules/kysely/' },
    },
    {
      name: 'browser-safe',
      comment: 'What browsers share has no access to files, processes and the network',
      severity: 'error',
      from: { path: '^(universal|respondent)/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'sql-in-stores',
      comment: 'SQL stands in *-store.ts',
      severity: 'error',
      from: {
        path: '^(domain|graphql|server)/',
        pathNot: `-store\\.ts$|^server/health\\.ts$|^domain/access/accessible\\.ts$|${tests}`,
      },
      to: { path: '^node_modules/(kysely|postgres)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      comment: 'Files that need each other are one file, or hide a third',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'What is imported exists',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|^@graphql-typed-document-node/' },
    },
    {
      name: 'not-to-tests',
      comment: 'The product does not import its tests',
      severity: 'error',
      from: { pathNot: `${tests}|^bench/|^scripts/` },
      to: { path: tests },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|dist|\\.data|\\.cache)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
    skipAnalysisNotInRules: true,
  },
};
