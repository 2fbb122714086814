import type { AppLoadContext } from '@remix-run/node';
import type { ResultOf } from '../graphql';
import type { Role } from '../../server/load-context.server';
import { PulseDepartmentsDocument, PulseParticipationDocument } from './pulse.document';

type Context = Pick<AppLoadContext, 'query' | 'viewer'>;
export type DepartmentRow = ResultOf<
  typeof PulseDepartmentsDocument
>['pulseDepartmentResults'][number];
export type ParticipationRow = ResultOf<
  typeof PulseParticipationDocument
>['pulseParticipation'][number];

const responsible: readonly Role[] = ['executive', 'department_head', 'manager', 'hr'];

/** Whether the viewer answers for departments: sees participation and comments. */
export function isResponsible({ viewer }: Context): boolean {
  return viewer?.roles.some((role) => responsible.includes(role)) ?? false;
}

/** Participation in the departments that the viewer answers for; empty for everyone else. */
export async function loadParticipation(
  context: Context,
  roundId: string,
): Promise<ParticipationRow[]> {
  if (!isResponsible(context)) return [];
  return (await context.query(PulseParticipationDocument, { roundId })).pulseParticipation;
}

/** The released results of every department that the viewer may read. */
export async function loadDepartments(context: Context, roundId: string): Promise<DepartmentRow[]> {
  return (await context.query(PulseDepartmentsDocument, { roundId })).pulseDepartmentResults;
}

/** The department to begin with: the topmost one that the viewer answers for, else the viewer's own. */
export function startingDepartment(
  departments: readonly DepartmentRow[],
  participation: readonly ParticipationRow[],
): string | undefined {
  const id =
    participation[0]?.department?.departmentId ?? departments.at(-1)?.department?.departmentId;
  return departments.some(({ department }) => department?.departmentId === id)
    ? id
    : departments[0]?.department?.departmentId;
}
