import { DateTime } from 'luxon';
import { z } from 'zod';
import { placeOf } from '../../../platform/list-cursor';
import { parseInput } from '../../../platform/parse-input';
import { accessibleIds, authorise } from '../../access';
import type { Context } from '../../context';
import { type Comment, commentOrders, commentPlace, type ScoreBand, scoreBands } from './comment';
import { selectComments } from './comment-store';

const day = z.iso.date();
const inputSchema = z.object({
  departmentId: z.uuid().nullable().default(null),
  startOn: day.nullable().default(null),
  endOn: day.nullable().default(null),
  touchpointId: z.uuid().nullable().default(null),
  channel: z.string().max(40).nullable().default(null),
  band: z
    .enum(Object.keys(scoreBands) as [ScoreBand, ...ScoreBand[]])
    .nullable()
    .default(null),
  search: z.string().trim().max(200).nullable().default(null),
  order: z.enum(commentOrders).default('newest'),
  first: z.int().min(1).max(100).default(25),
  after: z.string().max(300).nullable().default(null),
});

export interface CommentPage {
  comments: Comment[];
  hasNextPage: boolean;
}

/**
 * Comments of a department and everything below it, the newest or the most critical first. Days are days in the
 * organisation's zone, both ends included. Feedback that is held does not show.
 */
export async function listComments(
  ctx: Context,
  input: z.input<typeof inputSchema>,
): Promise<CommentPage> {
  authorise(ctx.viewer, 'read', 'Feedback');
  const { startOn, endOn, after, first, search, ...filters } = parseInput(inputSchema, input);
  if (filters.departmentId)
    authorise(ctx.viewer, 'read', 'Feedback', { departmentId: filters.departmentId });
  const place = placeOf(commentPlace, after);
  const zone = ctx.organisation.timeZone;
  const found = await selectComments(ctx.db, {
    ...filters,
    search: search || null,
    readable: accessibleIds(ctx.viewer, 'read', 'Feedback', 'departmentId'),
    from: startOn
      ? DateTime.fromISO(startOn, { zone }).toJSDate()
      : new Date('2000-01-01T00:00:00Z'),
    until: endOn
      ? DateTime.fromISO(endOn, { zone }).plus({ days: 1 }).toJSDate()
      : DateTime.fromJSDate(ctx.clock.now()).plus({ days: 1 }).toJSDate(),
    after: place,
    // One more than asked tells whether there is a next page.
    limit: first + 1,
  });
  return { comments: found.slice(0, first), hasNextPage: found.length > first };
}
