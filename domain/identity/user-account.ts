import { z } from 'zod';
import { type GrantableRole, grantableRoles } from '../../universal/role-grant-form';

export const colourSchemes = ['auto', 'light', 'dark'] as const;
export type ColourScheme = (typeof colourSchemes)[number];

export { type GrantableRole, grantableRoles };

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

export const roleGrantReference = z.object({ roleGrantId: z.uuid() });
