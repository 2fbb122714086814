/** The things of a relay connection, without its edges. */
export function nodesOf<Node>(connection: {
  edges: readonly ({ node: Node | null } | null)[] | null;
}): Node[] {
  return (connection.edges ?? []).flatMap((edge) => (edge?.node ? [edge.node] : []));
}
