import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../db';
import { defineJob } from '../queue';
import type { Job } from '../queue';
import { withoutLinks } from './links';
import { sendMailJobName } from './mailer';
import { openLetter } from './sealed-mail';
import { MailRefused, type MailServer } from './mail-server';

const daysKept = 30;

interface MailContext {
  db: Db;
  config: { isDemo: boolean; secret: string };
}

/** The background work of the mailer: sending, and forgetting what was sent. */
export function mailJobs<Ctx extends MailContext>(server: MailServer | undefined): Job<Ctx>[] {
  return [
    defineJob({
      name: sendMailJobName,
      title: { en: 'Send a mail', zh: '发送邮件' },
      payload: z.object({ outboxMailId: z.uuid() }),
      run: (ctx: Ctx, { outboxMailId }, job) =>
        sendOutboxMail(ctx, { server, outboxMailId, isLastAttempt: job.isLastAttempt }),
    }),
    defineJob({
      name: 'mail.forget-old-mails',
      title: { en: 'Forget old mails', zh: '清除旧邮件' },
      payload: z.object({}),
      cron: { match: '40 3 * * *' },
      run: async (ctx: Ctx) => {
        await ctx.db
          .deleteFrom('outbox_mail')
          .where('created_at', '<', sql<Date>`now() - make_interval(days => ${daysKept})`)
          .execute();
      },
    }),
  ];
}

async function sendOutboxMail(
  { db, config }: MailContext,
  options: { server: MailServer | undefined; outboxMailId: string; isLastAttempt: boolean },
): Promise<void> {
  const { server, outboxMailId } = options;
  const mail = await db
    .selectFrom('outbox_mail')
    .select(['to_address', 'subject', 'text_body', 'html_body', 'links', 'sealed'])
    .where('outbox_mail_id', '=', outboxMailId)
    .where('status', 'in', ['queued', 'failed'])
    .executeTakeFirst();
  if (!mail) return;
  const update = db.updateTable('outbox_mail').where('outbox_mail_id', '=', outboxMailId);
  if (!server) {
    await update.set({ status: 'kept' }).execute();
    return;
  }
  try {
    await server.deliver({ id: outboxMailId, ...letterOf(mail, config.secret) });
  } catch (cause) {
    const error = mail.sealed ? new ConfidentialMailNotSent(cause) : cause;
    const isRefused = cause instanceof MailRefused;
    await update
      .set({
        status: isRefused || options.isLastAttempt ? 'failed' : 'queued',
        is_refused: isRefused,
        attempts: sql`attempts + 1`,
        last_error: error instanceof Error ? error.message : String(error),
      })
      .execute();
    // The mail stands as failed in the outbox; there is no work left that could be tried again.
    if (isRefused) return;
    throw error;
  }
  await update
    .set({
      status: 'sent',
      sent_at: sql`now()`,
      attempts: sql`attempts + 1`,
      last_error: null,
      sealed: null,
      // Once the recipient has it, a copy of the database must not open what a link opens.
      ...(mail.links !== 'open' &&
        !config.isDemo && {
          text_body: withoutLinks(mail.text_body),
          html_body: withoutLinks(mail.html_body),
        }),
    })
    .execute();
}

interface StoredMail {
  to_address: string;
  subject: string;
  text_body: string;
  html_body: string;
  sealed: Buffer | null;
}

function letterOf(mail: StoredMail, secret: string) {
  if (mail.sealed) return openLetter(secret, Buffer.from(mail.sealed));
  return {
    to: mail.to_address,
    subject: mail.subject,
    text: mail.text_body,
    html: mail.html_body,
  };
}

/** What a mail server says about a mail names its recipient; of a sealed one only the code is told. */
class ConfidentialMailNotSent extends Error {
  override name = 'ConfidentialMailNotSent';
  constructor(cause: unknown) {
    const codes =
      typeof cause === 'object' && cause !== null
        ? [Reflect.get(cause, 'code'), Reflect.get(cause, 'responseCode')]
        : [];
    const known = codes.filter((code) => /^[\w-]{1,20}$/.test(String(code ?? '')));
    super(`A confidential mail was not sent (${known.join(', ') || 'no code'})`);
  }
}
