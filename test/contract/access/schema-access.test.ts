import {
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../../graphql/schema';
import { seedDemo } from '../../../seeds';
import { TIME_ZONE, useSemanticDatabase } from '../../parity/semantic-database';
import { actAs } from '../../harness/act-as';
import { testOrganisation, testToday } from '../../harness/test-context';
import { type Caller, callers, viewerOfCaller } from './callers';
import { type DemoFacts, demoFacts } from './demo-facts';
import { mutationAccess, queryAccess, type RootFieldAccess } from './root-field-access';

const semantic = useSemanticDatabase({
  template: 'template_bare',
  fill: ({ sql }) => seedDemo({ sql, now: testToday }),
});
let facts: DemoFacts;
beforeAll(async () => {
  facts = await demoFacts(semantic.database);
});

type Operation = 'query' | 'mutation';
const refusals = new Set(['NOT_FOUND', 'FORBIDDEN']);
const undone = new Error('undone');

/** Whether the caller gets past the rules. Whatever the field changed is rolled back. */
async function isAnswered(
  operation: Operation,
  name: string,
  caller: Caller,
  access: RootFieldAccess,
): Promise<boolean> {
  const type = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
  const field = type!.getFields()[name]!;
  let answered: boolean | undefined;
  await semantic.database.db
    .transaction()
    .execute(async (db) => {
      const actor = actAs(db, viewerOfCaller(caller, facts), {
        organisation: { ...testOrganisation, timeZone: TIME_ZONE },
        semantic: semantic.withRollups,
      });
      const result = await actor.execute(documentOf(operation, field), access.arguments?.(facts));
      const codes = (result.errors ?? []).map(({ originalError }) => codeOf(originalError));
      const unexpected = (result.errors ?? []).find((_, index) => codes[index] === undefined);
      if (unexpected)
        throw new Error(`${name} as ${caller}: ${unexpected.message}`, {
          cause: unexpected.originalError,
        });
      const data = (result.data?.[name] ?? null) as
        { __typename?: string } | readonly unknown[] | null;
      const typename = data && '__typename' in data ? data.__typename : undefined;
      const isEmptyNode =
        name.startsWith('node') && (data === null || (Array.isArray(data) && data[0] === null));
      answered =
        codes.every((code) => !refusals.has(code!)) &&
        typename !== 'NotFoundError' &&
        typename !== 'ForbiddenError' &&
        !isEmptyNode;
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return answered!;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && 'text' in error
    ? String(error.code)
    : undefined;
}

/** Asks for every leaf within two levels, so that a field that fails for a caller shows itself. */
function documentOf(operation: Operation, field: GraphQLField<unknown, unknown>): string {
  const variables = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return `${operation} Walk${variables && `(${variables})`} { ${field.name}${given && `(${given})`} ${selectionOf(field.type, 3)} }`;
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
  ['query', queryAccess, () => schema.getQueryType()],
  ['mutation', mutationAccess, () => schema.getMutationType()],
] as const;

describe.each(tables)('every %s of the API', (operation, table, typeOf) => {
  it('has a reviewed line that says who may use it', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(typeOf()!.getFields()).sort());
  });

  it.each(Object.entries(table))(
    '%s answers exactly those who may use it',
    async (name, access) => {
      const answered: Caller[] = [];
      for (const caller of callers) {
        if (await isAnswered(operation, name, caller, access)) answered.push(caller);
      }
      expect(answered.sort()).toEqual([...access.allowed].sort());
    },
  );
});
