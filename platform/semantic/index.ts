export { analyticsUrl, ensureAnalyticsRole, ROLLUP_SCHEMA } from './analytics-role';
export { createCubeDeployment } from './cube-deployment';
export { createEmbeddedCube } from './embedded-cube';
export type {
  SecurityContext,
  SemanticFilter,
  SemanticLayer,
  SemanticQuery,
  SemanticRow,
  SemanticTimeDimension,
  SemanticValue,
} from './semantic-layer';
