import { z } from 'zod';

/** Plans a round of a programme. */
export const planRoundForm = z.object({
  programmeId: z.string().min(1),
  opensOn: z.string().min(1),
  closesOn: z.string().min(1),
});

/** Starts a programme. */
export const programmeForm = z.object({
  nameEn: z.string().min(1).max(120),
  nameZh: z.string().min(1).max(120),
  minimumGroup: z.number().int().min(3).max(50),
  minimumCommentGroup: z.number().int().min(3).max(100),
});
