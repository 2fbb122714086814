import { initGraphQLTada } from 'gql.tada';

import type { introspection } from './graphql-env';

/** Documents typed by the printed schema. Beside the route, in `*.document.ts`; only loaders and actions import them. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { ID: string; Date: string; DateTime: string };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
