import { z } from 'zod';

export const linkChannels = ['OPEN_LINK', 'QR_CODE', 'KIOSK', 'WEB_EMBED'] as const;

/** Creates a link for feedback. */
export const openLinkForm = z.object({
  touchpointId: z.string().min(1),
  departmentId: z.string().optional(),
  channel: z.enum(linkChannels),
  label: z.string().max(120).optional(),
});
