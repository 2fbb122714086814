import { z } from 'zod';

/** Roles that a person can be given; the others follow from employment and reporting lines. */
export const grantableRoles = [
  'executive',
  'department_head',
  'hr',
  'analyst',
  'case_owner',
  'administrator',
] as const;
export type GrantableRole = (typeof grantableRoles)[number];

export const roleGrantForm = z.object({
  userAccountId: z.uuid(),
  role: z.enum(grantableRoles),
  departmentId: z.uuid().nullish(),
});
