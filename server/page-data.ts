import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  Kind,
  parse,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

import type { Context } from '../domain/context';
import type { ErrorCode } from '../platform/errors';
import { retryAfterSeconds } from '../universal/try-again';
import { errorStatus } from './error-status';
import type { GraphQLServer } from './graphql.server';
import type { MutationError, MutationOutcome } from './load-context.server';

interface PageDataOptions {
  graphql: GraphQLServer;
  ctx: Context;
  /** The address that a person who must sign in first comes back to. */
  here: string;
}

/** How pages read and change things: through the schema, in process, as the signed-in viewer. */
export function createPageData({ graphql, ctx, here }: PageDataOptions) {
  const run = async (document: DocumentNode, variables: Record<string, unknown>) => {
    if (ctx.viewer.kind === 'anonymous') throw toSignIn(here);
    return dataOf(await graphql.execute(document, variables, ctx), ctx);
  };
  return {
    query: (document: DocumentNode, variables: Record<string, unknown> = {}) =>
      run(document, variables),
    async mutate(
      document: DocumentNode,
      variables: Record<string, unknown> = {},
    ): Promise<MutationOutcome<unknown>> {
      return outcomeOf(await run(askingForErrors(document), variables));
    },
  };
}

function toSignIn(here: string): Response {
  const location = here === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(here)}`;
  return new Response(null, { status: 302, headers: { Location: location } });
}

function dataOf(
  { data, errors }: ExecutionResult,
  { requestId }: Context,
): Record<string, unknown> {
  const [error] = errors ?? [];
  if (!error && data) return data;
  throw pageError(codeOf(error), requestId);
}

/** An error as the page that shows it wants it: the status, and the number that an administrator asks for. */
export function pageError(code: ErrorCode | undefined, requestId: string): Response {
  const status = code === undefined ? 500 : errorStatus[code];
  const answer = Response.json({ requestId }, { status });
  if (status === 503) answer.headers.set('Retry-After', String(retryAfterSeconds));
  return answer;
}

function codeOf(error: GraphQLFormattedError | undefined): ErrorCode | undefined {
  const code = String(error?.extensions?.['code']);
  return code in errorStatus ? (code as ErrorCode) : undefined;
}

interface UserErrorFields {
  errorCode?: MutationError['code'];
  errorMessage?: string;
  errorFields?: MutationError['fields'];
}

function outcomeOf(data: Record<string, unknown>): MutationOutcome<unknown> {
  const [value] = Object.values(data);
  const { errorCode, errorMessage, errorFields } = (value ?? {}) as UserErrorFields;
  if (errorCode !== undefined) {
    return {
      ok: false,
      error: { code: errorCode, message: errorMessage ?? '', fields: errorFields ?? [] },
    };
  }
  const success = value && typeof value === 'object' && 'data' in value ? value.data : value;
  return { ok: true, data: success };
}

const asked = new WeakMap<DocumentNode, DocumentNode>();

/** The document with the error side of each result union added, so that no page has to write it down. */
function askingForErrors(document: DocumentNode): DocumentNode {
  const known = asked.get(document);
  if (known) return known;
  const definitions = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? { ...definition, selectionSet: withErrors(definition.selectionSet) }
      : definition,
  );
  const made: DocumentNode = { ...document, definitions };
  asked.set(document, made);
  return made;
}

function withErrors(set: SelectionSetNode): SelectionSetNode {
  return {
    ...set,
    selections: set.selections.map((selection) =>
      selection.kind === Kind.FIELD &&
      selection.selectionSet?.selections.some(({ kind }) => kind === Kind.INLINE_FRAGMENT)
        ? {
            ...selection,
            selectionSet: {
              ...selection.selectionSet,
              selections: [...selection.selectionSet.selections, userError],
            },
          }
        : selection,
    ),
  };
}

/** Under names of its own, so that it never meets what the page itself selects. */
const userError: SelectionNode = firstSelection(
  parse(
    `fragment F on Any { ... on UserError { errorCode: code errorMessage: message errorFields: fields { path message } } }`,
  ),
);

function firstSelection({ definitions: [fragment] }: DocumentNode): SelectionNode {
  if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) throw new TypeError('Expected a fragment');
  return fragment.selectionSet.selections[0] as SelectionNode;
}
