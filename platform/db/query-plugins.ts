import { HandleEmptyInListsPlugin, replaceWithNoncontingentExpression } from 'kysely';

/** What every Kysely of ours does. Nothing is in an empty list: PostgreSQL itself takes `in ()` for an error. */
export const queryPlugins = [
  new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression }),
];
