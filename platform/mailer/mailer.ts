import type { Db } from '../db';
import { newId } from '../ids';
import type { Queue } from '../queue';
import type { LinkPrivacy } from './links';
import { sealLetter } from './sealed-mail';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  links: LinkPrivacy;
}

export interface Mailer {
  /**
   * Records the mail and has it sent in the background. With `db` this belongs to the caller's transaction:
   * nothing is sent when it is rolled back. Resolves to the mail's id in the outbox.
   */
  send(mail: Mail, options?: { db?: Db }): Promise<string>;
}

export const sendMailJobName = 'mail.send-mail';

/** Makes the mailer of a database. Without a mail server every mail is kept in the outbox, for an administrator to read. */
export function createMailer(
  db: Db,
  { queue, hasServer, secret }: { queue: Queue; hasServer: boolean; secret: string },
): Mailer {
  return {
    async send(mail, options = {}) {
      const target = options.db ?? db;
      if (!hasServer) return store(target, mail, { status: 'kept', secret });
      const record = async (tx: Db) => {
        const outboxMailId = await store(tx, mail, { status: 'queued', secret });
        await queue.enqueue(tx, sendMailJobName, { outboxMailId });
        return outboxMailId;
      };
      return target.isTransaction ? record(target) : target.transaction().execute(record);
    },
  };
}

async function store(
  db: Db,
  mail: Mail,
  { status, secret }: { status: 'queued' | 'kept'; secret: string },
): Promise<string> {
  const outboxMailId = newId();
  const isSealed = mail.links === 'sealed';
  const shown = isSealed ? { to: '', subject: '', text: '', html: '' } : mail;
  await db
    .insertInto('outbox_mail')
    .values({
      outbox_mail_id: outboxMailId,
      to_address: shown.to,
      subject: shown.subject,
      text_body: shown.text,
      html_body: shown.html,
      // A sealed mail that goes nowhere is for nobody's eyes.
      sealed: isSealed && status === 'queued' ? sealLetter(secret, mail) : null,
      links: mail.links,
      status,
    })
    .execute();
  return outboxMailId;
}
