import SchemaBuilder, {
  BasePlugin,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';

import { assertReadableInput } from '../platform/readable-input';

const name = 'readableArguments' as const;
export default name;

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how Pothos is told of its plugins
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      readableArguments: ReadableArgumentsPlugin<Types>;
    }
  }
}

/** Looks at the arguments of every field before its resolver does: no resolver meets text that cannot be kept. */
export class ReadableArgumentsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    { args }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (Object.keys(args).length === 0) return resolver;
    return (parent, given, context, info) => {
      assertReadableInput(given);
      return resolver(parent, given, context, info);
    };
  }
}

SchemaBuilder.registerPlugin(name, ReadableArgumentsPlugin);
