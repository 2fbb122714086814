import { authorise } from '../access';
import { type Context, inTransaction } from '../context';
import { selectPeopleToWriteTo, withoutThoseWhoTookPart } from './invitation-store';
import { askJobName } from './job-names';
import { pulsePath } from './pulse-link';
import { pulseMail } from './pulse-mail';
import { selectRoundById } from './round-store';

const peopleAtOnce = 200;

interface WriteToInvited {
  roundId: string;
  occasion: 'opening' | 'reminder';
  /** The last invitation that was looked at; null at the start. */
  after: string | null;
}

/**
 * Writes to those of the next batch of people who have not answered, and queues the batch after it in the same transaction, so
 * that a retry neither skips nor repeats anyone.
 */
export function writeToInvited(
  ctx: Context,
  { roundId, occasion, after }: WriteToInvited,
): Promise<void> {
  authorise(ctx.viewer, 'manage', 'PulseRound');
  return inTransaction(ctx, async (tx) => {
    const round = await selectRoundById(tx.db, roundId);
    if (round?.status !== 'open') return;
    const people = await selectPeopleToWriteTo(tx.db, { roundId, after, limit: peopleAtOnce });
    const toAsk = await withoutThoseWhoTookPart(tx, roundId, people);
    for (const { invitationId, email, locale, fullName } of toAsk) {
      if (!email) continue;
      const mail = pulseMail({
        to: email,
        locale,
        fullName,
        occasion,
        organisation: locale === 'zh' ? ctx.organisation.nameZh : ctx.organisation.nameEn,
        round: { ...round, name: round.name[locale] },
        timeZone: ctx.organisation.timeZone,
        address: `${ctx.config.baseUrl}${pulsePath(ctx, invitationId)}?lang=${locale}`,
      });
      await ctx.mailer.send(mail, { db: tx.db });
    }
    const last = people.at(-1);
    if (people.length === peopleAtOnce && last) {
      await ctx.queue.enqueue(tx.db, askJobName, { roundId, occasion, after: last.invitationId });
    }
  });
}
