import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { graphql, print } from 'graphql';
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Viewer } from '../../domain/access';
import type { Context } from '../../domain/context';
import type { Db } from '../../platform/db';
import { testContext } from './test-context';
import type { ContextChoice } from './test-context';

type Variables = Record<string, unknown>;
type Document<Data, Vars> = TypedDocumentNode<Data, Vars> | string;

/** What a person can do in a test: call use cases with `ctx`, or go through the GraphQL schema. */
export interface Actor {
  ctx: Context;
  /** Reads; throws when the answer has errors. */
  query<Data = Variables, Vars = Variables>(
    document: Document<Data, Vars>,
    variables?: Vars,
  ): Promise<Data>;
  /** Changes; the expected failures of a mutation are part of its data. */
  mutate<Data = Variables, Vars = Variables>(
    document: Document<Data, Vars>,
    variables?: Vars,
  ): Promise<Data>;
  /** Executes and gives data and errors as they are. */
  execute<Data, Vars>(document: Document<Data, Vars>, variables?: Vars): Promise<ExecutionResult>;
}

/** GraphQL answered with errors. */
export class GraphQLFailure extends Error {
  override name = 'GraphQLFailure';
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors.map((error) => error.message).join('; '), { cause: errors[0]?.originalError });
  }
}

/** Acts as a viewer on a database. */
export function actAs(db: Db, viewer: Viewer, choice?: ContextChoice): Actor {
  const ctx = testContext(db, viewer, choice);
  const execute: Actor['execute'] = async (document, variables) => {
    const { schema } = await import('../../graphql/schema');
    return graphql({
      schema,
      source: typeof document === 'string' ? document : print(document),
      variableValues: variables ?? {},
      contextValue: { ...ctx },
    });
  };
  const read = async <Data, Vars>(document: Document<Data, Vars>, variables?: Vars) => {
    const result = await execute(document, variables);
    if (result.errors) throw new GraphQLFailure(result.errors);
    return result.data as Data;
  };
  return { ctx, query: read, mutate: read, execute };
}
