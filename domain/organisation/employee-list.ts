import { z } from 'zod';
import { daySchema } from './employee';

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

/** A place in a list that is sorted so: the value it is sorted by, and the id. */
export function employeePlace(sort: EmployeeSort) {
  return z.tuple([sort === 'HIRED_ON' ? daySchema : z.string(), z.uuid()]);
}
