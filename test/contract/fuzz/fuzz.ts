import type { Viewer } from '../../../domain/access';
import { tellError } from '../../../server/graphql-errors';
import { actAs } from '../../harness/act-as';
import { testOrganisation } from '../../harness/test-context';
import { TIME_ZONE, type useSemanticDatabase } from '../../parity/semantic-database';
import { type Caller, viewerOfCaller } from '../access/callers';
import type { DemoFacts } from '../access/demo-facts';
import { mutationAccess, queryAccess, type RootFieldAccess } from '../access/root-field-access';
import { type FuzzCase, type FuzzedField, withValue } from './argument-cases';

const undone = new Error('undone');

export function accessOf({ operation, name }: FuzzedField): RootFieldAccess {
  const access = (operation === 'query' ? queryAccess : mutationAccess)[name];
  if (!access) throw new Error(`${name} has no line in the table of access`);
  return access;
}

/** Sends a case as a caller, undoes what it did, and names each error that is nobody's but ours. */
export async function internalErrorsOf(
  semantic: ReturnType<typeof useSemanticDatabase>,
  facts: DemoFacts,
  { field, path, value, caller }: FuzzCase & { caller: Caller },
): Promise<string[]> {
  const variables = withValue(field, accessOf(field).arguments?.(facts) ?? {}, { path, value });
  const found: string[] = [];
  await semantic.database.db
    .transaction()
    .execute(async (db) => {
      const viewer: Viewer = viewerOfCaller(caller, facts);
      const actor = actAs(db, viewer, {
        organisation: {
          ...testOrganisation,
          organisationId: facts.organisationId,
          timeZone: TIME_ZONE,
        },
        semantic: semantic.withRollups,
      });
      const { errors = [] } = await actor.execute(field.document, variables);
      for (const error of errors) {
        if (tellError(error, actor.ctx).extensions['code'] !== 'INTERNAL') continue;
        const shown = JSON.stringify(value)?.slice(0, 80) ?? 'nothing';
        found.push(
          `${field.name} ${path.join('.')} = ${shown} as ${caller}: ${error.message.slice(0, 200)}`,
        );
      }
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return found;
}

/** What a caller is told when nothing is wrong with the input: the code of the refusal, or that there is an answer. */
export async function toldTo(
  semantic: ReturnType<typeof useSemanticDatabase>,
  facts: DemoFacts,
  {
    field,
    variables,
    caller,
  }: { field: FuzzedField; variables: Record<string, unknown>; caller: Caller },
): Promise<string> {
  let told = 'ANSWERED';
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
      const { data, errors } = await actor.execute(field.document, variables);
      const value = data?.[field.name] as { __typename?: string } | null | undefined;
      const refusal =
        errors?.find(({ path }) => path?.length === 1) ?? (data ? undefined : errors?.[0]);
      if (refusal) told = String(tellError(refusal, actor.ctx).extensions['code']);
      else if (value?.__typename?.endsWith('Error')) told = value.__typename;
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return told;
}
