import { type DepartmentMatch, pathKey } from '../../../universal/feedback/import-mapping';
import type { Context } from '../../context';
import { mostSimilar } from '../../intake';
import { type Department, listDepartments } from '../../organisation';
import { authorise } from '../../access';
import type { FeedbackImport } from './feedback-import';

export interface SuggestedMatch {
  path: string[];
  rows: number;
  /** What was chosen before, or the department of exactly this name; else a person decides. */
  match: DepartmentMatch | null;
  /** Departments of nearly this name, the nearest first: the value may be a slip of the pen. */
  similarDepartmentIds: string[];
  /** More frequent values of the same file that look alike. */
  similarPaths: string[][];
}

/**
 * For each value of the department columns: what was chosen before, or a department of that name. A value that nobody
 * knows is never taken for a new department by itself.
 */
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
  const values = file.profile?.departments ?? [];
  const names = departments.map(({ departmentId, nameEn, nameZh }) => ({
    departmentId,
    names: [nameEn, nameZh],
  }));
  return values.map(({ path, rows }) => {
    const before = chosen.get(pathKey(path));
    const usable = before && (before.action !== 'use' || existing.has(before.departmentId));
    const match = usable ? before : namesake(path, departments);
    const isOpen = path.length > 0 && match?.action !== 'use';
    return {
      path,
      rows,
      match,
      similarDepartmentIds: isOpen
        ? mostSimilar(path.at(-1)!, names).map(({ departmentId }) => departmentId)
        : [],
      similarPaths: isOpen ? similarPaths({ path, rows }, values) : [],
    };
  });
}

/** Values with the same wider names, more rows, and nearly the same narrowest name. */
function similarPaths(
  value: { path: string[]; rows: number },
  values: readonly { path: string[]; rows: number }[],
): string[][] {
  const wider = pathKey(value.path.slice(0, -1));
  const others = values.filter(
    ({ path, rows }) =>
      path.length === value.path.length &&
      rows > value.rows &&
      pathKey(path.slice(0, -1)) === wider,
  );
  return mostSimilar(
    value.path.at(-1)!,
    others.map(({ path }) => ({ path, names: [path.at(-1)!] })),
  ).map(({ path }) => path);
}

/**
 * A department is taken for the one that is meant only where its ancestors bear the wider names too: two services of different hospitals may
 * have the same name. Where several fit, a person decides.
 */
function namesake(path: string[], departments: readonly Department[]): DepartmentMatch | null {
  if (path.length === 0) return null;
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
    : null;
}
