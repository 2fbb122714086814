import { authorise } from '../../access';
import type { Context } from '../../context';
import { departmentNamesOf } from './judge-rows';
import type { PeopleImport } from './people-import';
import { selectRefusedDepartments } from './people-import-store';

const mostShown = 100;

/** What a file writes where no department is called so. */
export interface UnknownDepartment {
  value: string;
  rows: number;
  /** Departments of nearly this code or name, the nearest first. */
  similarDepartmentIds: string[];
}

/** Values of a checked file that name no department: a person may say which one is meant. */
export async function listUnknownDepartments(
  ctx: Context,
  found: PeopleImport,
): Promise<UnknownDepartment[]> {
  authorise(ctx.viewer, 'create', 'Employee');
  if (found.state !== 'checked') return [];
  const values = await selectRefusedDepartments(ctx.db, found.peopleImportId, mostShown);
  const names = await departmentNamesOf(ctx.db, found);
  return values
    .filter(({ value }) => names.get(value) === undefined)
    .map(({ value, rows }) => ({
      value,
      rows,
      similarDepartmentIds: names.similar(value).map(({ departmentId }) => departmentId),
    }));
}
