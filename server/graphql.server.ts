import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import express, { type RequestHandler, Router } from 'express';
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  validate,
} from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';

import type { Context } from '../domain/context';
import { projectRoot } from '../platform/project-root';
import { tellError } from './graphql-errors';
import { aliasLimit, depthLimit, documentLimits } from './graphql-limits';

const largestBody = '1mb';
const documentsFile = join(projectRoot, 'graphql', 'persisted-documents.json');

interface ServerContext {
  domain: Context;
}

/** The schema over HTTP, and the same schema for our own pages without it. */
export interface GraphQLServer {
  router: Router;
  /** Runs a document of ours in process. It is validated once per process. */
  execute(
    document: DocumentNode,
    variables: Record<string, unknown>,
    ctx: Context,
  ): Promise<ExecutionResult>;
}

export interface GraphQLServerOptions {
  schema: GraphQLSchema;
  /** The explorer in the browser. */
  withExplorer: boolean;
  contextOf: (request: express.Request, response: express.Response) => Promise<Context>;
}

export function createGraphQLServer({
  schema,
  withExplorer,
  contextOf,
}: GraphQLServerOptions): GraphQLServer {
  const documents = readPersistedDocuments();
  const yoga = createYoga<ServerContext>({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: withExplorer,
    landingPage: false,
    batching: false,
    logging: false,
    // A new object for every operation: loaders keep what they loaded for as long as it lives.
    context: ({ domain }) => ({ ...domain }),
    plugins: [
      limitDocuments,
      tellErrors,
      usePersistedOperations({
        allowArbitraryOperations: true,
        extractPersistedOperationId: (params) => {
          const { documentId } = params as { documentId?: unknown };
          return typeof documentId === 'string' ? documentId : null;
        },
        getPersistedOperation: (id) => documents[id] ?? null,
      }),
    ],
  });

  const router = Router();
  router.use(
    '/graphql',
    jsonOnly,
    express.raw({ type: () => true, limit: largestBody }),
    async (request, response) => {
      const domain = await contextOf(request, response);
      const hasBody = Buffer.isBuffer(request.body) && request.body.length > 0;
      const answer = await yoga.fetch(
        new URL(request.originalUrl, 'http://in.process'),
        {
          method: request.method,
          headers: headersOf(request),
          ...(hasBody && { body: (request.body as Buffer).toString('utf8') }),
        },
        { domain },
      );
      response.status(answer.status);
      answer.headers.forEach((value, name) => response.setHeader(name, value));
      response.send(Buffer.from(await answer.arrayBuffer()));
    },
  );
  router.use('/graphql', explainBodyError);

  const valid = new WeakSet<DocumentNode>();
  return {
    router,
    async execute(document, variables, domain) {
      if (!valid.has(document)) {
        const mistakes = validate(schema, document);
        if (mistakes.length > 0)
          throw new AggregateError(mistakes, mistakes.map(({ message }) => message).join('\n'));
        valid.add(document);
      }
      const { execute, contextFactory } = yoga.getEnveloped({ domain } as never);
      const contextValue: unknown = await contextFactory();
      return (await execute({
        schema,
        document,
        variableValues: variables,
        contextValue,
      })) as ExecutionResult;
    },
  };
}

/** The documents of our own pages by hash, as `npm run gen` writes them. */
function readPersistedDocuments(): Record<string, string> {
  return JSON.parse(readFileSync(documentsFile, 'utf8')) as Record<string, string>;
}

const limitDocuments: Plugin = {
  onParse({ params }) {
    params.options = {
      ...(params.options as object | undefined),
      maxTokens: documentLimits.tokens,
    };
  },
  onValidate({ addValidationRule }) {
    addValidationRule(depthLimit);
    addValidationRule(aliasLimit);
  },
};

const tellErrors: Plugin<Context> = {
  onExecute: () => ({
    onExecuteDone({ args, result, setResult }) {
      if (Symbol.asyncIterator in result || !result.errors) return;
      setResult({
        ...result,
        errors: result.errors.map((error: GraphQLError) => tellError(error, args.contextValue)),
      });
    },
  }),
};

/**
 * A form on another site can send text and forms with the reader's cookie, but not JSON: anything else is refused, so
 * that a cookie alone changes nothing.
 */
const jsonOnly: RequestHandler = (request, response, next) => {
  if (request.method !== 'POST' || request.is('application/json')) {
    next();
    return;
  }
  response.status(415).json({
    errors: [{ message: 'Send the query as application/json.', extensions: { code: 'INVALID' } }],
  });
};

const explainBodyError: express.ErrorRequestHandler = (
  error: { type?: string; status?: number },
  _request,
  response,
  next,
) => {
  if (typeof error.status !== 'number' || error.status >= 500) {
    next(error);
    return;
  }
  const message =
    error.type === 'entity.too.large'
      ? `The body is larger than ${largestBody}.`
      : 'The body cannot be read.';
  response.status(error.status).json({ errors: [{ message, extensions: { code: 'INVALID' } }] });
};

/** What content negotiation needs; the body is unpacked by now, so its own encoding is not passed on. */
function headersOf({ headers }: express.Request): Record<string, string> {
  const { accept, 'content-type': contentType } = headers;
  return { ...(accept && { accept }), ...(contentType && { 'content-type': contentType }) };
}
