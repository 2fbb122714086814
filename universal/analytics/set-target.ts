import { z } from 'zod';

/** The form that sets a metric's target. What lies on the metric's scale is decided where the metric is known. */
export const setTargetSchema = z.object({
  metricKey: z.string().min(1),
  target: z.number(),
  effectiveOn: z.iso.date(),
  /** Of the target that this day has already, once it was shown. */
  revision: z.string().optional(),
});
