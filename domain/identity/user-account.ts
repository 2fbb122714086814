import { z } from 'zod';
import type { Role } from '../access';

export const colourSchemes = ['auto', 'light', 'dark'] as const;
export type ColourScheme = (typeof colourSchemes)[number];

/** Roles that a person can be given; the others follow from employment and reporting lines. */
export const grantableRoles = [
  'executive',
  'department_head',
  'hr',
  'analyst',
  'case_owner',
  'administrator',
] as const satisfies readonly Role[];
export type GrantableRole = (typeof grantableRoles)[number];

export interface UserAccount {
  userAccountId: string;
  employeeId: string | null;
  email: string;
  displayName: string;
  locale: 'en' | 'zh' | null;
  colourScheme: ColourScheme | null;
  isDisabled: boolean;
}

export interface RoleGrant {
  roleGrantId: string;
  userAccountId: string;
  role: GrantableRole;
  departmentId: string | null;
  grantedAt: Date;
}

export interface Session {
  /** Not the session's id but its hash: names the session without being able to open it. */
  sessionKey: string;
  signedInAt: Date;
  expiresAt: Date;
  userAgent: string;
}

export const preferencesInput = z.object({
  locale: z.enum(['en', 'zh']).nullish(),
  colourScheme: z.enum(colourSchemes).nullish(),
});

export const roleGrantInput = z.object({
  userAccountId: z.uuid(),
  role: z.enum(grantableRoles),
  departmentId: z.uuid().nullish(),
});

export const roleGrantReference = z.object({ roleGrantId: z.uuid() });
