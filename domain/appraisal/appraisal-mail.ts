import { writeLetter } from '../../platform/mailer';
import { formatDate } from '../../universal/format';
import { isLocale, type Locale, messagesOf } from '../../universal/text';
import type { Context } from '../context';
import { mailMessages } from './mail-messages';
import { selectManagersToWrite, selectRecipient, type Recipient } from './recipient-store';
import type { Review } from './review';
import { filledText } from './template';

/** Tells each manager, once, how many reviews of the cycle are waiting. */
export async function mailReviewsToWrite(ctx: Context, cycleId: string): Promise<void> {
  for (const {
    count,
    dueOn,
    cycleNameEn,
    cycleNameZh,
    ...recipient
  } of await selectManagersToWrite(ctx.db, cycleId)) {
    await send(ctx, recipient, '/reviews', (t, locale) => {
      const cycle = filledText({ en: cycleNameEn, zh: cycleNameZh })[locale];
      const due = dueOn ? formatDate(locale, dueOn) : '';
      return {
        subject: t.toWriteSubject({ count, cycle }),
        body: t.toWriteBody({ count, cycle, due }),
        action: t.toWriteAction,
      };
    });
  }
}

/** Tells the employee that the review can be read. */
export async function mailReviewShared(ctx: Context, review: Review): Promise<void> {
  const recipient = await selectRecipient(ctx.db, review.employeeId, {
    cycleId: review.cycleId,
    step: 'acknowledge',
  });
  await send(ctx, recipient, `/reviews/${review.reviewId}`, (t, locale) => {
    const cycle = cycleName(review, locale);
    const due = recipient?.dueOn ? formatDate(locale, recipient.dueOn) : '';
    return {
      subject: t.sharedSubject({ cycle }),
      body: t.sharedBody({ manager: review.managerName ?? '', cycle, due }),
      action: t.sharedAction,
    };
  });
}

/** Tells the manager that the employee has seen the review. */
export async function mailReviewAcknowledged(ctx: Context, review: Review): Promise<void> {
  if (!review.managerEmployeeId) return;
  const recipient = await selectRecipient(ctx.db, review.managerEmployeeId);
  await send(ctx, recipient, `/reviews/${review.reviewId}`, (t, locale) => {
    const named = { employee: review.employeeName, cycle: cycleName(review, locale) };
    return {
      subject: t.acknowledgedSubject(named),
      body: t.acknowledgedBody(named),
      action: t.acknowledgedAction,
    };
  });
}

function cycleName(review: Review, locale: Locale): string {
  return filledText({ en: review.cycleNameEn, zh: review.cycleNameZh })[locale];
}

type MailWords = ReturnType<typeof messagesOf<(typeof mailMessages)['en']>>;

async function send(
  ctx: Context,
  recipient: Recipient | undefined,
  path: string,
  write: (t: MailWords, locale: Locale) => { subject: string; body: string; action: string },
): Promise<void> {
  if (!recipient?.email) return;
  const locale = isLocale(recipient.locale) ? recipient.locale : ctx.organisation.defaultLocale;
  const t = messagesOf(mailMessages, locale);
  const { subject, body, action } = write(t, locale);
  await ctx.mailer.send(
    writeLetter({
      to: recipient.email,
      locale,
      subject,
      // Leads to a page for which one signs in.
      links: 'open',
      paragraphs: [
        t.greeting({ name: recipient.fullName }),
        body,
        { label: action, address: new URL(path, ctx.config.baseUrl).href },
        t.signature({
          organisation: locale === 'zh' ? ctx.organisation.nameZh : ctx.organisation.nameEn,
        }),
      ],
    }),
    { db: ctx.db },
  );
}
