import { z } from 'zod';
import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import { mailStates, type OutboxMail, selectOutboxMails } from './outbox-store';

const outboxFilter = z.object({
  search: z.string().trim().max(120).nullish(),
  state: z.enum(mailStates).nullish(),
});

/** One page of the mails, newest first; `after` and `before` are ids of mails. */
export function listOutboxMails(
  ctx: Context,
  {
    filter,
    page,
  }: {
    filter: unknown;
    page: {
      limit: number;
      after?: string | undefined;
      before?: string | undefined;
      inverted?: boolean;
    };
  },
): Promise<OutboxMail[]> {
  authorise(ctx.viewer, 'read', 'OutboxMail');
  return selectOutboxMails(ctx.db, parseInput(outboxFilter, filter), page);
}
