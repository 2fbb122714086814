import { type DepartmentMatch, pathKey } from '../../../universal/feedback/import-mapping';
import type { Context } from '../../context';
import { type Department, listDepartments } from '../../organisation';
import { authorise } from '../../access';
import type { FeedbackImport } from './feedback-import';

export interface SuggestedMatch {
  path: string[];
  rows: number;
  /** Null for rows without any department, which cannot be created from nothing. */
  match: DepartmentMatch | null;
}

/** For each value of the department columns: what was chosen before, a department of that name, or to create one. */
export async function suggestMatches(
  ctx: Context,
  file: FeedbackImport,
): Promise<SuggestedMatch[]> {
  authorise(ctx.viewer, 'read', 'FeedbackImport');
  const departments = await listDepartments(ctx);
  const existing = new Set(departments.map(({ departmentId }) => departmentId));
  const chosen = new Map(
    (file.mapping?.departments ?? []).map((match) => [pathKey(match.path), match]),
  );
  return (file.profile?.departments ?? []).map(({ path, rows }) => {
    const before = chosen.get(pathKey(path));
    const usable = before && (before.action !== 'use' || existing.has(before.departmentId));
    return {
      path,
      rows,
      match: usable ? before : path.length === 0 ? null : suggestion(path, departments),
    };
  });
}

/**
 * A department is proposed only where its ancestors bear the wider names too: two services of different hospitals may
 * have the same name. Where several fit, a person decides.
 */
function suggestion(path: string[], departments: readonly Department[]): DepartmentMatch {
  const byId = new Map(departments.map((department) => [department.departmentId, department]));
  const isNamed = ({ nameEn, nameZh, code }: Department, name: string) =>
    [nameEn, nameZh, code].some((own) => own.toLowerCase() === name.toLowerCase());
  const fits = (department: Department): boolean => {
    let at: Department | undefined = department;
    for (const name of path.toReversed()) {
      if (!at || !isNamed(at, name)) return false;
      at = at.parentDepartmentId ? byId.get(at.parentDepartmentId) : undefined;
    }
    return true;
  };
  const [only, ...others] = departments.filter(fits);
  return only && others.length === 0
    ? { path, action: 'use', departmentId: only.departmentId }
    : { path, action: 'create' };
}
