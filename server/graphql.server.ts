import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import express, { type RequestHandler, Router } from 'express';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';

import type { Context } from '../domain/context';
import { AppError } from '../platform/errors';
import { projectRoot } from '../platform/project-root';
import { retryAfterSeconds } from '../universal/try-again';
import { errorStatus } from './error-status';
import { tellError } from './graphql-errors';
import { asksForSchema, asksForSchemaOnly, parseWithinLimits } from './graphql-limits';
import { localeOf } from './visitor';
import { withinLine } from './within-line';

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
  /** Takes documents of anybody, within limits; else only those of our own pages come in from outside. */
  acceptsAnyDocument: boolean;
  contextOf: (request: express.Request, response: express.Response) => Promise<Context>;
}

export function createGraphQLServer({
  schema,
  withExplorer,
  acceptsAnyDocument,
  contextOf,
}: GraphQLServerOptions): GraphQLServer {
  const documents = readPersistedDocuments();
  const own = new Set(documents.values());
  const yoga = createYoga<ServerContext>({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: withExplorer,
    landingPage: false,
    batching: false,
    logging: false,
    // A new object for every operation: loaders keep what they loaded for as long as it lives.
    context: ({ domain }) => ({ ...domain }),
    // What a document is allowed depends on who sends it, and our own are remembered here.
    parserAndValidationCache: false,
    plugins: [
      takeDocuments({ own, acceptsAnyDocument }),
      tellErrors,
      usePersistedOperations({
        allowArbitraryOperations: true,
        extractPersistedOperationId: (params) => {
          const { documentId } = params as { documentId?: unknown };
          return typeof documentId === 'string' ? documentId : null;
        },
        getPersistedOperation: (id) => documents.get(id) ?? null,
      }),
    ],
  });

  const answer = async (request: express.Request, response: express.Response) => {
    const domain = await contextOf(request, response);
    const hasBody = Buffer.isBuffer(request.body) && request.body.length > 0;
    const told = await yoga.fetch(
      new URL(request.originalUrl, 'http://in.process'),
      {
        method: request.method,
        headers: headersOf(request),
        ...(hasBody && { body: (request.body as Buffer).toString('utf8') }),
      },
      { domain },
    );
    response.status(told.status);
    response.setHeader('Cache-Control', 'private, no-store');
    told.headers.forEach((value, name) => response.setHeader(name, value));
    response.send(Buffer.from(await told.arrayBuffer()));
  };

  const router = Router();
  router.use(
    '/graphql',
    jsonOnly,
    express.raw({ type: () => true, limit: largestBody }),
    (request, response, next) => {
      answer(request, response).catch(next);
    },
  );
  router.use('/graphql', explainError);

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
function readPersistedDocuments(): ReadonlyMap<string, string> {
  const written = JSON.parse(readFileSync(documentsFile, 'utf8')) as Record<string, string>;
  return new Map(Object.entries(written));
}

interface DocumentsTaken {
  own: ReadonlySet<string>;
  acceptsAnyDocument: boolean;
}

/**
 * Decides which documents are run at all. Our own are: they are parsed and validated once. Everything else is measured
 * before any rule looks at it; where only our own are taken, the signed-in may still ask for the schema.
 */
function takeDocuments({ own, acceptsAnyDocument }: DocumentsTaken): Plugin<ServerContext> {
  const parsed = new Map<string, DocumentNode>();
  const valid = new WeakSet<DocumentNode>();
  const parseOwn = (text: string) => {
    const document = parsed.get(text) ?? parse(text);
    parsed.set(text, document);
    return document;
  };
  return {
    onParse({ params, context, setParseFn }) {
      const text = String(params.source);
      const isSignedIn = context.domain.viewer.kind === 'signed-in';
      setParseFn(() => {
        if (own.has(text)) return parseOwn(text);
        const document = parseWithinLimits(text);
        const isTaken = asksForSchema(document)
          ? isSignedIn && (acceptsAnyDocument || asksForSchemaOnly(document))
          : acceptsAnyDocument;
        if (!isTaken) throw notTaken();
        return document;
      });
    },
    onValidate({ params, setResult }) {
      const document = params.documentAST as DocumentNode;
      if (valid.has(document)) {
        setResult([]);
        return undefined;
      }
      return ({ result }) => {
        if (result.length === 0 && [...parsed.values()].includes(document)) valid.add(document);
      };
    },
    onResultProcess({ result, setResult }) {
      if (!('errors' in result) || !result.errors) return;
      setResult({ ...result, errors: result.errors.map(shortened) });
    },
  };
}

function notTaken(): GraphQLError {
  return new GraphQLError(
    'Only the documents of the portal’s own pages are taken, by their documentId; who is signed in may also ask for the schema.',
    { extensions: { code: 'INVALID' } },
  );
}

/** Messages quote what was sent: a line of it is enough to know it again. */
function shortened(error: GraphQLError): GraphQLError {
  const message = withinLine(error.message);
  if (message === error.message) return error;
  const { nodes, source, positions, path, originalError, extensions } = error;
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    path,
    originalError,
    extensions,
  });
}

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

const explainError: express.ErrorRequestHandler = (
  error: { type?: string; status?: number } | AppError,
  request,
  response,
  next,
) => {
  if (error instanceof AppError) {
    const { locals } = response as { locals: Record<string, unknown> };
    const status = errorStatus[error.code];
    if (status === 503) response.setHeader('Retry-After', String(retryAfterSeconds));
    const extensions = { code: error.code, requestId: locals['requestId'] };
    const message = error.text[localeOf(request, 'en')];
    response.status(status).json({ errors: [{ message, extensions }] });
    return;
  }
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
