import type { Department } from '../department';
import { mostSimilar } from '../../intake';

type Known = Pick<Department, 'departmentId' | 'code' | 'nameEn' | 'nameZh' | 'isArchived'>;

/** Finds the department that a file means: as a person said, by its code, or by a name that only one has. */
export class DepartmentNames {
  readonly #byId: ReadonlyMap<string, Known>;
  readonly #byCode: ReadonlyMap<string, Known>;
  readonly #byName = new Map<string, Known[]>();
  readonly #said: ReadonlyMap<string, string>;
  readonly #open: readonly { department: Known; names: string[] }[];

  constructor(
    departments: readonly Known[],
    said: readonly { value: string; departmentId: string }[],
  ) {
    this.#byId = new Map(departments.map((department) => [department.departmentId, department]));
    this.#byCode = new Map(departments.map((department) => [department.code, department]));
    this.#said = new Map(said.map(({ value, departmentId }) => [value, departmentId]));
    const open = departments.filter(({ isArchived }) => !isArchived);
    for (const department of open) {
      const { code, nameEn, nameZh } = department;
      for (const name of new Set([code, nameEn, nameZh].map(folded)))
        this.#byName.set(name, [...(this.#byName.get(name) ?? []), department]);
    }
    this.#open = open.map((department) => ({
      department,
      names: [department.code, department.nameEn, department.nameZh],
    }));
  }

  get(value: string): Known | undefined {
    const said = this.#byId.get(this.#said.get(value) ?? '');
    if (said) return said;
    const [only, ...others] = this.#byName.get(folded(value)) ?? [];
    return this.#byCode.get(value) ?? (others.length === 0 ? only : undefined);
  }

  /** Departments of nearly this code or name, the nearest first: it may be a slip of the pen. */
  similar(value: string): Known[] {
    return mostSimilar(value, this.#open).map(({ department }) => department);
  }
}

const folded = (name: string) => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
