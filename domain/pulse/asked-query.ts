import type { SemanticFilter } from '../../platform/semantic';
import { securityContextOf } from '../access';
import type { Context } from '../context';
import type { PulseRound } from './pulse';

const view = 'pulse_participation_results';

/** How many were asked in the rounds of a programme, by department and number of the round, where it was released. */
export async function loadAsked(
  ctx: Context,
  { programmeId, departmentId }: Pick<PulseRound, 'programmeId'> & { departmentId?: string },
): Promise<(of: { departmentId: string; number: number }) => number | null> {
  const equals = (member: string, value: string): SemanticFilter => ({
    member: `${view}.${member}`,
    operator: 'equals',
    values: [value],
  });
  const rows = await ctx.semantic.load(
    {
      measures: [`${view}.asked`],
      dimensions: [`${view}.department_id`, `${view}.round_number`],
      filters: [
        equals('programme_id', programmeId),
        ...(departmentId ? [equals('department_id', departmentId)] : []),
      ],
      limit: 50_000,
      timezone: ctx.organisation.timeZone,
    },
    securityContextOf(ctx.viewer, ctx.organisation.organisationId),
  );
  const keyOf = (department: unknown, number: unknown) => `${String(department)}/${String(number)}`;
  const found = new Map(
    rows.map((row) => [
      keyOf(row[`${view}.department_id`], Number(row[`${view}.round_number`])),
      Number(row[`${view}.asked`] ?? 0),
    ]),
  );
  return (of) => found.get(keyOf(of.departmentId, of.number)) || null;
}
