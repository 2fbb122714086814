const prefix = 'department:';

/** The field in which is chosen what a file means: named by what it writes, wherever its row stands. */
export const departmentField = (value: string): string => prefix + value;

/** What was chosen for what the file writes. */
export function departmentsIn(form: FormData): { value: string; departmentId: string }[] {
  return [...form].flatMap(([name, departmentId]) =>
    name.startsWith(prefix) && typeof departmentId === 'string' && departmentId !== ''
      ? [{ value: name.slice(prefix.length), departmentId }]
      : [],
  );
}
