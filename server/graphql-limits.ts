import {
  type ASTNode,
  type DocumentNode,
  GraphQLError,
  Kind,
  Lexer,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  Source,
  TokenKind,
  visit,
} from 'graphql';

/**
 * What a document from outside may be. All of it is looked at in one walk before any rule of validation runs, because
 * some of those rules take the square of what is counted here, and others follow every way through the fragments.
 * The schema's own limits on cost act later, when the document is executed.
 */
export const documentLimits = {
  characters: 10_000,
  tokens: 2_000,
  /** Brackets of any kind inside each other: the parser goes one call deeper for each. */
  brackets: 50,
  operations: 10,
  fragments: 30,
  variables: 50,
  directives: 50,
  aliases: 50,
  /** Fields inside each other, fragments followed. */
  depth: 15,
  /** Fields and spreads, each fragment counted as often as it is reached. */
  selections: 1_000,
  /** Pairs of fields that answer under one name, wherever they stand: the rule on merging compares them. */
  pairs: 5_000,
} as const;

export type Limit = keyof typeof documentLimits;

const words: Record<Limit, string> = {
  characters: 'is longer than # characters',
  tokens: 'has more than # tokens',
  brackets: 'nests brackets deeper than #',
  operations: 'holds more than # operations',
  fragments: 'holds more than # fragments',
  variables: 'declares more than # variables',
  directives: 'uses more than # directives',
  aliases: 'uses more than # aliases',
  depth: 'nests deeper than # fields',
  selections: 'selects more than # fields, fragments followed',
  pairs: 'names the same fields too often: more than # pairs would have to be compared',
};

/** Parses a document from outside. Throws a GraphQLError with the code INVALID when it is beyond a limit. */
export function parseWithinLimits(text: string): DocumentNode {
  assertReadable(text);
  const document = parse(text, { maxTokens: documentLimits.tokens });
  const { size, circle } = measureDocument(document);
  if (circle !== undefined) {
    throw new GraphQLError(`Cannot spread fragment "${circle}" within itself.`, {
      extensions: { code: 'INVALID' },
    });
  }
  for (const [limit, amount] of Object.entries(size)) assertWithin(limit as Limit, amount);
  return document;
}

/** Looks at the words alone, so that the parser is never called on what it could not hold. */
function assertReadable(text: string): void {
  assertWithin('characters', text.length);
  const lexer = new Lexer(new Source(text));
  const opening = new Set<TokenKind>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
  const closing = new Set<TokenKind>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);
  let tokens = 0;
  let open = 0;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    assertWithin('tokens', ++tokens);
    if (opening.has(token.kind)) assertWithin('brackets', ++open);
    if (closing.has(token.kind)) open -= 1;
  }
}

function assertWithin(limit: Limit, amount: number): void {
  const most = documentLimits[limit];
  if (amount <= most) return;
  throw new GraphQLError(`The query ${words[limit].replace('#', String(most))}.`, {
    extensions: { code: 'INVALID', limit: most },
  });
}

export interface MeasuredDocument {
  size: Record<Exclude<Limit, 'characters' | 'tokens' | 'brackets'>, number>;
  /** A fragment that spreads itself, in one step or several: what it selects has no end. */
  circle: string | undefined;
  /** How many selections were looked at to measure it: never more than the document has. */
  looked: number;
}

/** Measures a document in one walk: each selection of it is looked at once, however often fragments lead to it. */
export function measureDocument(document: DocumentNode): MeasuredDocument {
  const reach = createReach(document);
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const named = reach.ofDefinitions();
  const count = countNodes(document);
  return {
    size: {
      operations: operations.length,
      fragments: document.definitions.length - operations.length,
      variables: count.variables,
      directives: count.directives,
      aliases: count.aliases,
      depth: named.depth,
      selections: named.selections,
      pairs: count.pairs,
    },
    circle: reach.circle(),
    looked: reach.looked(),
  };
}

interface Reach {
  depth: number;
  selections: number;
}

/** How deep and how wide a set of selections is once its fragments are followed. */
function createReach(document: DocumentNode) {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const known = new Map<string, Reach>();
  const nothing: Reach = { depth: 0, selections: 0 };
  let looked = 0;

  const open = new Set<string>();
  let circle: string | undefined;

  const ofFragment = (name: string): Reach => {
    const before = known.get(name);
    if (before) return before;
    const fragment = fragments.get(name);
    if (!fragment) return nothing;
    if (open.has(name)) {
      circle ??= name;
      return nothing;
    }
    open.add(name);
    const reach = ofSet(fragment.selectionSet);
    open.delete(name);
    known.set(name, reach);
    return reach;
  };
  const ofSelection = (selection: SelectionNode): Reach => {
    looked += 1;
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    const inner = selection.selectionSet ? ofSet(selection.selectionSet) : nothing;
    const isField = selection.kind === Kind.FIELD;
    return { depth: inner.depth + (isField ? 1 : 0), selections: inner.selections };
  };
  const ofSet = (set: SelectionSetNode): Reach =>
    set.selections.map(ofSelection).reduce(
      (sum, { depth, selections }) => ({
        depth: Math.max(sum.depth, depth),
        selections: sum.selections + selections + 1,
      }),
      nothing,
    );

  return {
    looked: () => looked,
    circle: () => circle,
    ofDefinitions: (): Reach =>
      document.definitions
        .map((definition) => {
          if (definition.kind === Kind.FRAGMENT_DEFINITION)
            return ofFragment(definition.name.value);
          return definition.kind === Kind.OPERATION_DEFINITION
            ? ofSet(definition.selectionSet)
            : nothing;
        })
        .reduce(
          (most, reach) => ({
            depth: Math.max(most.depth, reach.depth),
            selections: Math.max(most.selections, reach.selections),
          }),
          nothing,
        ),
  };
}

function countNodes(document: DocumentNode) {
  const count = { aliases: 0, directives: 0, variables: 0 };
  const timesAnswered = new Map<string, number>();
  visit(document, {
    enter(node: ASTNode) {
      if (node.kind === Kind.DIRECTIVE) count.directives += 1;
      if (node.kind === Kind.VARIABLE_DEFINITION) count.variables += 1;
      if (node.kind !== Kind.FIELD) return;
      if (node.alias) count.aliases += 1;
      const name = (node.alias ?? node.name).value;
      timesAnswered.set(name, (timesAnswered.get(name) ?? 0) + 1);
    },
  });
  const pairs = [...timesAnswered.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  return { ...count, pairs };
}

/** Whether a document asks for nothing but the schema itself. */
export function asksForSchemaOnly(document: DocumentNode): boolean {
  return document.definitions.every(
    (definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ||
      (definition.kind === Kind.OPERATION_DEFINITION &&
        definition.selectionSet.selections.every(
          (selection) => selection.kind === Kind.FIELD && isOfSchema(selection.name.value),
        )),
  );
}

/** Whether a document asks for the schema at all. Such fields stand at the top of an operation or of its fragments. */
export function asksForSchema(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    Field({ name }) {
      if (name.value === '__schema' || name.value === '__type') asks = true;
    },
  });
  return asks;
}

function isOfSchema(name: string): boolean {
  return name === '__schema' || name === '__type' || name === '__typename';
}
