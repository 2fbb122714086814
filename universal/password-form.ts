import { z } from 'zod';

/** The shortest password that may be chosen. */
export const shortestPassword = 12;

/** Long rather than complicated; the upper end bounds the work of hashing. */
export const newPassword = z.string().min(shortestPassword).max(200);

/** What the holder of a link chooses. */
export const choosePasswordForm = z.object({ newPassword });

export const forgotPasswordForm = z.object({ email: z.string().trim().max(320).pipe(z.email()) });

export const changePasswordForm = z.object({
  currentPassword: z.string().min(1).max(1_000),
  newPassword,
});
