import { z } from 'zod';

export const employeeSorts = ['NAME', 'NUMBER', 'HIRED_ON'] as const;
export type EmployeeSort = (typeof employeeSorts)[number];

/** NONE: was never invited, or let it expire. INVITABLE: those among them who have a mail address and work here. */
export const employeeAccessFilters = ['NONE', 'INVITABLE'] as const;

export const employeeStates = ['CURRENT', 'LEFT', 'ALL'] as const;

/** Which people a list shows. `departmentId` means everyone in it or below it. */
export const employeeFilter = z.object({
  search: z.string().trim().max(120).nullish(),
  departmentId: z.uuid().nullish(),
  managerEmployeeId: z.uuid().nullish(),
  employeeIds: z.array(z.uuid()).max(200).nullish(),
  /** Whom an import has added or changed. */
  peopleImportId: z.uuid().nullish(),
  access: z.enum(employeeAccessFilters).nullish(),
  state: z.enum(employeeStates).default('CURRENT'),
  sort: z.enum(employeeSorts).default('NAME'),
  isDescending: z.boolean().default(false),
});
export type EmployeeFilter = z.infer<typeof employeeFilter>;

/** The page: `after` and `before` are where its neighbours ended. */
export interface PageRequest {
  limit: number;
  after?: string | undefined;
  before?: string | undefined;
  inverted?: boolean;
}

const cursorParts = z.tuple([z.string(), z.uuid()]);

/** A position in a sorted list: the value it is sorted by, and the id. */
export function encodeCursor(key: string, employeeId: string): string {
  return Buffer.from(JSON.stringify([key, employeeId])).toString('base64url');
}

export function decodeCursor(cursor: string): [key: string, employeeId: string] | undefined {
  try {
    return cursorParts.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}
