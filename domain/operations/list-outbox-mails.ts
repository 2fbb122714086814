import { z } from 'zod';
import { NotFound } from '../../platform/errors';
import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import {
  findOutboxMail,
  mailStates,
  type OutboxMail,
  type OutboxMailContent,
  selectOutboxMails,
} from './outbox-store';

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

/** One mail with its text, as it was or will be sent. */
export async function getOutboxMail(
  ctx: Context,
  { outboxMailId }: { outboxMailId: string },
): Promise<OutboxMailContent> {
  authorise(ctx.viewer, 'read', 'OutboxMail');
  const mail = await findOutboxMail(ctx.db, outboxMailId);
  if (!mail) throw new NotFound();
  return mail;
}
