/** A generator of numbers from 0 to 1 that gives the same row for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

/** Fragments of which each spreads the next several times: `width ** count` ways through a few hundred bytes. */
export function spreadingFragments(count: number, width: number): string {
  const spreads = (n: number) => ` ...F${n}`.repeat(width);
  const fragments = times(
    count,
    (n) => `fragment F${n} on Query {${n + 1 < count ? spreads(n + 1) : ' __typename'} }`,
  );
  return `{${spreads(0)} } ${fragments.join(' ')}`;
}

/** Documents that are each built to make some rule of validation do far more than they are long. */
export const bombs: Record<string, string> = {
  'fragments that spread fragments': spreadingFragments(18, 3),
  'fragments that spread all later ones': `{ ...F0 } ${times(30, (n) => `fragment F${n} on Query { ${times(29 - n, (m) => `...F${n + m + 1}`).join(' ')} __typename }`).join(' ')}`,
  'fragments in a long circle': `{ ...F0 } ${times(400, (n) => `fragment F${n} on Query { ...F${(n + 1) % 400} ...F${(n + 7) % 400} }`).join(' ')}`,
  'fragments that hide depth in fields': `{ departments { ...F0 } } ${times(28, (n) => `fragment F${n} on Department { parent { ...F${n + 1} ...F${n + 1} } }`).join(' ')} fragment F28 on Department { name }`,
  'one field four thousand times': `{ ${'__typename '.repeat(4_000)}}`,
  'one field with sub-fields a thousand times': `{ ${'departments { name } '.repeat(900)}}`,
  'pairs of pairs of one field': `{ departments { ${'parent { parent { parent { name } } } '.repeat(180)}} }`,
  aliases: `{ ${times(1_500, (n) => `a${n}: __typename`).join(' ')} }`,
  operations: times(900, (n) => `query Q${n} { __typename }`).join(' '),
  'operations that all use all fragments': `${times(300, (n) => `query Q${n} { ...F0 }`).join(' ')} ${times(300, (n) => `fragment F${n} on Query { ...F${n + 1} }`).join(' ')} fragment F300 on Query { __typename }`,
  variables: `query (${times(900, (n) => `$v${n}: Int`).join(' ')}) { __typename }`,
  directives: `{ __typename ${'@include(if: true) '.repeat(600)}}`,
  'unknown directives': `{ __typename ${times(900, (n) => `@a${n}`).join(' ')} }`,
  'unknown fields': `{ ${times(2_500, (n) => `departmentz${n}`).join(' ')} }`,
  'braces in braces': '{a'.repeat(9_000),
  'brackets in brackets': `{ nodes(ids: ${'['.repeat(9_000)}`,
  'types in types': `query ($v: ${'['.repeat(9_000)}Int`,
  'objects in objects': `{ a(b: ${'{c:'.repeat(6_000)}`,
  'a name of a hundred thousand letters': `{ ${'a'.repeat(100_000)} }`,
  'a comment of half a million letters': `# ${'x'.repeat(500_000)}\n{ __typename }`,
  'a text of half a million letters': `{ metric(key: "${'x'.repeat(500_000)}") { key } }`,
  'introspection in introspection': `{ __schema { types { ${'fields { type { '.repeat(40)}name${' } }'.repeat(40)} } } }`,
  'introspection through fragments': `{ __schema { types { ...T0 } } } ${times(25, (n) => `fragment T${n} on __Type { ...T${n + 1} ...T${n + 1} ofType { ...T${n + 1} } }`).join(' ')} fragment T25 on __Type { name }`,
};

/** A document of random fragments, spreads, fields, directives and variables; often wrong, as those of strangers are. */
export function randomDocument(random: () => number): string {
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(of: readonly T[]): T => of[below(of.length)]!;
  const fragmentCount = below(40);
  const directive = () =>
    random() < 0.15
      ? pick([' @include(if: $v0)', ' @skip(if: true)', ' @nothing', ' @deprecated'])
      : '';
  const alias = () => (random() < 0.1 ? `a${below(80)}: ` : '');
  // Half of the documents have no circles, so that they reach the rules behind the limits.
  const isLayered = random() < 0.5;
  let inFragment = -1;
  const spread = () =>
    isLayered && inFragment + 1 < fragmentCount
      ? inFragment + 1 + below(fragmentCount - inFragment - 1)
      : below(fragmentCount + 2);
  const set = (depth: number): string =>
    `{ ${times(1 + below(depth > 5 ? 2 : 7), () => selection(depth)).join(' ')} }`;
  const selection = (depth: number): string => {
    if (fragmentCount > 0 && random() < 0.4) return `...F${spread()}${directive()}`;
    if (random() < 0.1)
      return `... on ${pick(['Query', 'Department', 'Employee', 'Nothing'])}${directive()} ${set(depth + 1)}`;
    const field = `${alias()}${pick(['departments', 'parent', 'name', 'node(id: $v1)', 'nodes(ids: [$v0, "x"])', 'viewer', '__typename', 'id', 'employees(first: $v2)', 'edges', 'node', '__schema', 'types'])}${directive()}`;
    return depth < 12 && random() < 0.45 ? `${field} ${set(depth + 1)}` : field;
  };
  const variables =
    random() < 0.5
      ? `($v0: Boolean! $v1: ID! = "x" $v2: ${pick(['Int', '[Int!]!', 'Nothing'])})`
      : '';
  const operations = times(1 + below(3), (n) => `query Q${n}${variables} ${set(0)}`);
  const fragments = times(fragmentCount, (n) => {
    inFragment = n;
    return `fragment F${n} on ${pick(['Query', 'Department', 'Employee'])} ${set(3)}`;
  });
  return [...operations, ...fragments].join('\n');
}
