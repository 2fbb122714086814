import { z } from 'zod';

/**
 * `none`: was never given access. `invited`: has a link that still works. `bounced`: the mail with it was refused for good. `expired`: let it expire. `active`: has chosen
 * a password. `withdrawn`: may not sign in any more.
 */
export const accessStates = [
  'none',
  'invited',
  'bounced',
  'expired',
  'active',
  'withdrawn',
] as const;
export type AccessState = (typeof accessStates)[number];

/** Whether an employee may sign in, and what is known of it. */
export interface EmployeeAccess {
  state: AccessState;
  userAccountId: string | null;
  invitedAt: Date | null;
  /** Until when the invitation works; null without an open one. */
  linkExpiresAt: Date | null;
  /** Since when the person can sign in; null before. */
  activeSince: Date | null;
  lastSignedInAt: Date | null;
  /** What the mail server said to the invitation; null unless it was refused. */
  refusal: string | null;
}

export const noAccess: EmployeeAccess = {
  state: 'none',
  userAccountId: null,
  invitedAt: null,
  linkExpiresAt: null,
  activeSince: null,
  lastSignedInAt: null,
  refusal: null,
};

export const employeeReference = z.object({ employeeId: z.uuid() });
