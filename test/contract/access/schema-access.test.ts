import {
  type ExecutionResult,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../../graphql/schema';
import { TIME_ZONE, useSemanticDatabase } from '../../parity/semantic-database';
import { actAs } from '../../harness/act-as';
import { testOrganisation } from '../../harness/test-context';
import { type Caller, callers, viewerOfCaller } from './callers';
import { type DemoFacts, demoFacts } from './demo-facts';
import { guardedFields, objectFields } from './object-fields';
import { mutationAccess, queryAccess, type RootFieldAccess } from './root-field-access';

const semantic = useSemanticDatabase({ template: 'template_seeded' });
let facts: DemoFacts;
beforeAll(async () => {
  facts = await demoFacts(semantic.database);
});

type Operation = 'query' | 'mutation';
const refusals = new Set(['NOT_FOUND', 'FORBIDDEN']);
const undone = new Error('undone');

/** What a caller got: whether there was an answer, and which fields inside it were refused. */
interface Outcome {
  isAnswered: boolean;
  refusedInside: string[];
}

/** Asks as the caller. Whatever the field changed is rolled back. */
async function ask(
  operation: Operation,
  name: string,
  caller: Caller,
  access: RootFieldAccess,
): Promise<Outcome> {
  let outcome: Outcome | undefined;
  await semantic.database.db
    .transaction()
    .execute(async (db) => {
      const actor = actAs(db, viewerOfCaller(caller, facts), {
        organisation: {
          ...testOrganisation,
          organisationId: facts.organisationId,
          timeZone: TIME_ZONE,
        },
        semantic: semantic.withRollups,
      });
      const variables = access.arguments?.(facts) ?? {};
      const result = await actor.execute(documentOf(operation, name, variables), variables);
      outcome = outcomeOf(operation, name, result, caller);
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return outcome!;
}

function outcomeOf(
  operation: Operation,
  name: string,
  result: ExecutionResult,
  caller: Caller,
): Outcome {
  const refusedInside: string[] = [];
  let isRefused = false;
  for (const error of result.errors ?? []) {
    const code = codeOf(error.originalError);
    if (!code || !refusals.has(code)) {
      throw new Error(`${name} as ${caller}: ${error.message}`, { cause: error.originalError });
    }
    if (error.path && error.path.length > 1) refusedInside.push(fieldAt(operation, error.path));
    else isRefused = true;
  }
  return { isAnswered: !isRefused && holdsSomething(result.data?.[name]), refusedInside };
}

/** An empty list, a null and a typed refusal are no answer. */
function holdsSomething(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.some((entry) => entry !== null);
  if (typeof value !== 'object') return true;
  const { __typename, edges } = value as { __typename?: string; edges?: unknown[] };
  if (edges) return edges.length > 0;
  return __typename !== 'NotFoundError' && __typename !== 'ForbiddenError';
}

/** `Type.field` of the place in the schema that a path of an answer leads to. */
function fieldAt(operation: Operation, path: readonly (string | number)[]): string {
  let type: GraphQLNamedType = rootType(operation);
  let place = '';
  for (const step of path.filter((part) => typeof part === 'string')) {
    const candidates: readonly GraphQLNamedType[] = isUnionType(type) ? type.getTypes() : [type];
    const owner: GraphQLNamedType | undefined = candidates.find(
      (candidate) => isObjectType(candidate) && step in candidate.getFields(),
    );
    if (!isObjectType(owner)) break;
    place = `${owner.name}.${step}`;
    type = getNamedType(owner.getFields()[step]!.type);
  }
  return place;
}

function rootType(operation: Operation): GraphQLObjectType {
  return operation === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && 'text' in error
    ? String(error.code)
    : undefined;
}

/** Asks for every leaf within two levels, so that a field that fails for a caller shows itself. */
function documentOf(operation: Operation, name: string, given: Record<string, unknown>): string {
  const field = rootType(operation).getFields()[name]!;
  const args = field.args.filter((arg) => arg.name in given);
  const variables = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const handed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return `${operation} Walk${variables && `(${variables})`} { ${name}${handed && `(${handed})`} ${selectionOf(field.type, 3)} }`;
}

function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isUnionType(named)) {
    const members = named
      .getTypes()
      .map((member) => `... on ${member.name} ${selectionOf(member, depth)}`);
    return `{ __typename ${members.join(' ')} }`;
  }
  if (!isObjectType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields())
    .filter((field) => !field.args.some(isRequiredArgument))
    .flatMap((field) => {
      if (isLeafType(getNamedType(field.type))) return [field.name];
      return depth > 1 ? [`${field.name} ${selectionOf(field.type, depth - 1)}`] : [];
    });
  // Error objects share field names with different nullability; their code says enough.
  if (named.getInterfaces().some((entry) => entry.name === 'UserError')) return '{ code }';
  return `{ __typename ${fields.join(' ')} }`;
}

const tables = [
  ['query', queryAccess],
  ['mutation', mutationAccess],
] as const;

describe.each(tables)('every %s of the API', (operation, table) => {
  it('has a reviewed line that says who may use it', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(rootType(operation).getFields()).sort());
  });

  it.each(Object.entries(table))(
    '%s answers exactly those who may use it',
    async (name, access) => {
      const answered: Caller[] = [];
      const inside: Record<string, Caller[]> = {};
      for (const caller of callers) {
        const outcome = await ask(operation, name, caller, access);
        if (outcome.isAnswered) answered.push(caller);
        for (const field of new Set(outcome.refusedInside)) (inside[field] ??= []).push(caller);
      }
      expect(answered.sort()).toEqual([...access.allowed].sort());
      for (const [field, refused] of Object.entries(inside)) {
        const keepers: readonly Caller[] = guardedFields[field] ?? callers;
        expect(
          refused.filter((caller) => keepers.includes(caller)),
          `${field} is refused to`,
        ).toEqual([]);
      }
    },
  );
});

describe('every object of the API', () => {
  it('has a reviewed list of its fields', () => {
    const fieldsByType = Object.fromEntries(
      Object.values(schema.getTypeMap())
        .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
        .filter((type) => !/^(Query|Mutation)$|(Success|Error|Edge|Connection)$/.test(type.name))
        .map((type) => [
          type.name,
          Object.keys((type as GraphQLObjectType).getFields())
            .sort()
            .join(' '),
        ]),
    );
    expect(fieldsByType).toEqual(objectFields);
  });
});
