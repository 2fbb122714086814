import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Looked at before anything is executed; the schema's own limits on cost act while it is. */
export const documentLimits = { depth: 15, aliases: 50, tokens: 5_000 } as const;

function tooMuch(message: string, limit: number, node: FieldNode): GraphQLError {
  return new GraphQLError(message, { nodes: [node], extensions: { code: 'INVALID', limit } });
}

/** Refuses a document that nests too deep, fragments included. Introspection is bounded by the schema itself. */
export function depthLimit(context: ValidationContext): ASTVisitor {
  const visit = (
    set: SelectionSetNode,
    depth: number,
    open: ReadonlySet<string>,
  ): FieldNode | undefined => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value.startsWith('__')) continue;
        if (depth + 1 > documentLimits.depth) return selection;
        const deeper = selection.selectionSet && visit(selection.selectionSet, depth + 1, open);
        if (deeper) return deeper;
      } else {
        const inner =
          selection.kind === Kind.INLINE_FRAGMENT
            ? selection
            : unopened(context, selection.name.value, open);
        if (!inner) continue;
        const names =
          inner.kind === Kind.FRAGMENT_DEFINITION ? new Set([...open, inner.name.value]) : open;
        const deeper = visit(inner.selectionSet, depth, names);
        if (deeper) return deeper;
      }
    }
    return undefined;
  };
  return {
    OperationDefinition(operation) {
      const node = visit(operation.selectionSet, 0, new Set());
      if (node) {
        const message = `The query nests deeper than ${documentLimits.depth} fields.`;
        context.reportError(tooMuch(message, documentLimits.depth, node));
      }
    },
  };
}

/** A fragment that is not being looked into already: a circle of fragments is refused by another rule. */
function unopened(
  context: ValidationContext,
  name: string,
  open: ReadonlySet<string>,
): FragmentDefinitionNode | undefined {
  return open.has(name) ? undefined : (context.getFragment(name) ?? undefined);
}

/** Refuses a document that asks for the same under many names. */
export function aliasLimit(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  return {
    Field(node) {
      if (!node.alias) return;
      aliases += 1;
      if (aliases === documentLimits.aliases + 1) {
        const message = `The query uses more than ${documentLimits.aliases} aliases.`;
        context.reportError(tooMuch(message, documentLimits.aliases, node));
      }
    },
  };
}
