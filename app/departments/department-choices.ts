import type { Choice } from '../forms/field';

interface Department {
  departmentId: string;
  name: string;
  level: number;
}

/** The tree as choices of a select, each as deep as it lies. */
export function departmentChoices(departments: readonly Department[]): Choice[] {
  const top = Math.min(...departments.map(({ level }) => level));
  return departments.map(({ departmentId, name, level }) => ({
    value: departmentId,
    label: `${'\u2003'.repeat(level - top)}${name}`,
  }));
}
