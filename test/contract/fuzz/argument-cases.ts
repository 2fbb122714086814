import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { schema } from '../../../graphql/schema';
import { nastyValuesOf } from '../../factories/nasty-values';

export type Operation = 'query' | 'mutation';
type Path = readonly (string | number)[];

/** One root field with a document that reaches every argument below it, each as a variable of its own. */
export interface FuzzedField {
  operation: Operation;
  name: string;
  document: string;
  /** Every place in the variables where a value can stand, with the type that is expected there. */
  places: readonly { path: Path; type: GraphQLInputType }[];
}

export const fuzzedFields: readonly FuzzedField[] = [
  ...Object.values(schema.getQueryType()!.getFields()).map((field) => fuzzedField('query', field)),
  ...Object.values(schema.getMutationType()!.getFields()).map((field) =>
    fuzzedField('mutation', field),
  ),
];

function fuzzedField(operation: Operation, field: GraphQLField<unknown, unknown>): FuzzedField {
  const inner = new Map<string, GraphQLArgument>();
  const selection = selectionOf(field.type, 2, inner);
  const declared = [
    ...field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`),
    ...[...inner].map(([variable, arg]) => `$${variable}: ${String(arg.type)}`),
  ];
  const handed = field.args.map((arg) => `${arg.name}: $${arg.name}`);
  const document = `${operation} Fuzz${wrapped(declared)} { ${field.name}${wrapped(handed)} ${selection} }`;
  const places = [
    ...field.args.flatMap((arg) => placesOf([arg.name], arg.type)),
    ...[...inner].flatMap(([variable, arg]) => placesOf([variable], arg.type)),
  ];
  return { operation, name: field.name, document, places };
}

function wrapped(parts: string[]): string {
  return parts.length > 0 ? `(${parts.join(', ')})` : '';
}

/** All leaves within reach, and the fields with arguments, which are handed variables named after their place. */
function selectionOf(
  type: GraphQLOutputType,
  depth: number,
  inner: Map<string, GraphQLArgument>,
): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isUnionType(named)) {
    const members = named.getTypes().filter((member) => !member.name.endsWith('Error'));
    const parts = members.map(
      (member) => `... on ${member.name} ${selectionOf(member, depth, inner)}`,
    );
    return `{ __typename ${parts.join(' ')} }`;
  }
  if (!isObjectType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    const isLeaf = isLeafType(getNamedType(field.type));
    if (!isLeaf && depth <= 1) return [];
    const handed = field.args.map((arg) => {
      const variable = `${named.name}_${field.name}_${arg.name}`;
      inner.set(variable, arg);
      return `${arg.name}: $${variable}`;
    });
    return [`${field.name}${wrapped(handed)} ${selectionOf(field.type, depth - 1, inner)}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

function placesOf(path: Path, type: GraphQLInputType): { path: Path; type: GraphQLInputType }[] {
  const bare = getNullableType(type);
  const here = { path, type };
  if (isListType(bare)) return [here, ...placesOf([...path, 0], bare.ofType as GraphQLInputType)];
  if (!isInputObjectType(bare) || path.length > 8) return [here];
  return [
    here,
    ...Object.values(bare.getFields()).flatMap((field) =>
      placesOf([...path, field.name], field.type),
    ),
  ];
}

/** The variables with a value put at a place; what has to stand around it and is missing is filled in plainly. */
export function withValue(
  { operation, name }: FuzzedField,
  variables: Record<string, unknown>,
  { path, value }: { path: Path; value: unknown },
): Record<string, unknown> {
  const root = operation === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
  const changed = structuredClone(variables);
  for (const arg of root.getFields()[name]!.args) {
    if (!(arg.name in changed) && isNonNullType(arg.type) && arg.defaultValue === undefined)
      changed[arg.name] = plainValue(arg.type);
  }
  const arg = root.getFields()[name]!.args.find((candidate) => candidate.name === path[0]);
  putAt(changed, path, { value, type: arg?.type });
  return changed;
}

function putAt(
  holder: Record<string | number, unknown>,
  [step, ...rest]: Path,
  { value, type }: { value: unknown; type: GraphQLInputType | undefined },
): void {
  if (step === undefined) return;
  if (rest.length === 0) {
    Object.defineProperty(holder, step, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    return;
  }
  const bare = type && getNullableType(type);
  const next = isInputObjectType(bare)
    ? bare.getFields()[String(rest[0])]?.type
    : isListType(bare)
      ? (bare.ofType as GraphQLInputType)
      : undefined;
  if (typeof holder[step] !== 'object' || holder[step] === null) {
    holder[step] = type ? plainValue(type) : typeof rest[0] === 'number' ? [] : {};
  }
  putAt(holder[step] as Record<string | number, unknown>, rest, { value, type: next });
}

function plainValue(type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [plainValue(bare.ofType as GraphQLInputType)];
  if (isInputObjectType(bare)) {
    return Object.fromEntries(
      Object.values(bare.getFields())
        .filter((field) => isNonNullType(field.type) && field.defaultValue === undefined)
        .map((field) => [field.name, plainValue(field.type)]),
    );
  }
  if (isEnumType(bare)) return bare.getValues()[0]!.name;
  const plain: Record<string, unknown> = {
    Int: 1,
    Float: 1,
    Boolean: true,
    Date: '2026-10-01',
    DateTime: '2026-10-01T09:00:00Z',
    JSON: {},
    ID: '01a1f000-0000-7000-8000-00000000beef',
  };
  return plain[bare.name] ?? 'text';
}

export interface FuzzCase {
  field: FuzzedField;
  path: Path;
  value: unknown;
}

/** Every nasty value at every place of every field. */
export function* allCases(): Generator<FuzzCase> {
  for (const field of fuzzedFields)
    for (const { path, type } of field.places)
      for (const value of nastyValuesOf(type)) yield { field, path, value };
}
