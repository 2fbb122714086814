import { z } from 'zod';

/** The shortest password that may be chosen. */
export const shortestPassword = 12;

/** Long rather than complicated; the upper end bounds the work of hashing. */
export const newPassword = z.string().min(shortestPassword).max(200);

export const changePasswordForm = z.object({
  currentPassword: z.string().min(1).max(1_000),
  newPassword,
});
