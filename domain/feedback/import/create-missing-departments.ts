import { randomId } from '../../../platform/ids';
import {
  type DepartmentMatch,
  type ImportMapping,
  pathKey,
} from '../../../universal/feedback/import-mapping';
import type { Context } from '../../context';
import { cutText } from '../../intake';
import { createDepartment, type Department, listDepartments } from '../../organisation';

/**
 * Creates a department for each value that asks for one, below the one its wider value stands for. One of the same name
 * that is there already, in the same place, is used. Resolves to the mapping with the departments filled in.
 */
export async function createMissingDepartments(
  ctx: Context,
  mapping: ImportMapping,
): Promise<ImportMapping> {
  const known = new Map<string, string>();
  for (const match of mapping.departments) {
    if (match.action === 'use') known.set(pathKey(match.path), match.departmentId);
  }
  if (mapping.createUnderId !== null)
    await createWanted(ctx, mapping, mapping.createUnderId, known);
  return { ...mapping, departments: mapping.departments.map((match) => resolved(match, known)) };
}

async function createWanted(
  ctx: Context,
  mapping: ImportMapping,
  createUnderId: string,
  known: Map<string, string>,
): Promise<void> {
  const wanted = mapping.departments.filter(({ action }) => action === 'create');
  if (wanted.length === 0) return;
  const tree = new DepartmentTree(ctx, await listDepartments(ctx));
  for (const { path } of wanted) {
    let parentId = createUnderId;
    for (let depth = 1; depth <= path.length; depth++) {
      const key = pathKey(path.slice(0, depth));
      const departmentId = known.get(key) ?? (await tree.childOf(parentId, path[depth - 1]!));
      known.set(key, departmentId);
      parentId = departmentId;
    }
  }
}

function resolved(match: DepartmentMatch, known: ReadonlyMap<string, string>): DepartmentMatch {
  if (match.action === 'use' || match.action === 'skip') return match;
  const named = match.action === 'same' ? match.sameAs : match.path;
  const departmentId = known.get(pathKey(named));
  return departmentId === undefined ? match : { path: match.path, action: 'use', departmentId };
}

class DepartmentTree {
  readonly #ctx: Context;
  readonly #children = new Map<string, string>();
  readonly #codes: Set<string>;

  constructor(ctx: Context, departments: readonly Department[]) {
    this.#ctx = ctx;
    this.#codes = new Set(departments.map(({ code }) => code));
    for (const { parentDepartmentId, departmentId, nameEn, nameZh } of departments) {
      for (const name of [nameEn, nameZh])
        this.#children.set(childKey(parentDepartmentId, name), departmentId);
    }
  }

  async childOf(parentId: string, name: string): Promise<string> {
    const key = childKey(parentId, name);
    const known = this.#children.get(key);
    if (known) return known;
    const shown = cutText(name, 120);
    const created = await createDepartment(this.#ctx, {
      code: this.#freeCode(name),
      nameEn: shown,
      nameZh: shown,
      parentDepartmentId: parentId,
    });
    this.#children.set(key, created.departmentId);
    return created.departmentId;
  }

  #freeCode(name: string): string {
    const plain = name
      .normalize('NFKD')
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 28);
    const start = plain === '' ? 'IMPORTED' : plain;
    let code = start;
    // A department the viewer cannot see may hold the plain code; the random ending avoids that as well.
    while (this.#codes.has(code)) code = `${start}-${randomId().slice(0, 8).toUpperCase()}`;
    this.#codes.add(code);
    return code;
  }
}

function childKey(parentId: string | null, name: string): string {
  return `${parentId ?? ''}\u0000${name.normalize('NFC').toLowerCase()}`;
}
