import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { LinkPrivacy } from '../../platform/mailer';

export const mailStates = ['queued', 'sent', 'failed', 'kept'] as const;
export type MailState = (typeof mailStates)[number];

/** A mail that the product wanted to send. `kept`: no mail server is configured, so it can be read here only. */
export interface OutboxMail {
  outboxMailId: string;
  /** Null, like the subject, for a sealed mail: that it was written is all that anybody may know. */
  to: string | null;
  subject: string | null;
  state: MailState;
  attempts: number;
  lastError: string | null;
  createdAt: Date;
  sentAt: Date | null;
}

/** A mail as it is stored, with the links that not everybody may follow. */
interface StoredMail extends OutboxMail {
  text: string;
  html: string;
  linkPrivacy: LinkPrivacy;
}

function selectMails(db: Db) {
  return db
    .selectFrom('outbox_mail')
    .select([
      'outbox_mail_id as outboxMailId',
      sql<string | null>`case when links <> 'sealed' then to_address end`.as('to'),
      sql<string | null>`case when links <> 'sealed' then subject end`.as('subject'),
      'status',
      'attempts',
      'last_error as lastError',
      'created_at as createdAt',
      'sent_at as sentAt',
    ]);
}

const stateOf = (status: string): MailState =>
  mailStates.find((state) => state === status) ?? 'queued';

/** A part of the outbox, newest first; ids grow with time. */
export async function selectOutboxMails(
  db: Db,
  filter: { search?: string | null | undefined; state?: MailState | null | undefined },
  page: {
    limit: number;
    after?: string | undefined;
    before?: string | undefined;
    inverted?: boolean | undefined;
  },
): Promise<OutboxMail[]> {
  let query = selectMails(db)
    .orderBy('outbox_mail_id', page.inverted ? 'asc' : 'desc')
    .limit(page.limit);
  if (filter.state) query = query.where('status', '=', filter.state);
  if (filter.search) {
    const pattern = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) =>
      eb.or([eb('to_address', 'ilike', pattern), eb('subject', 'ilike', pattern)]),
    );
  }
  if (page.after) query = query.where('outbox_mail_id', '<', page.after);
  if (page.before) query = query.where('outbox_mail_id', '>', page.before);
  return (await query.execute()).map(({ status, ...mail }) => ({
    ...mail,
    state: stateOf(status),
  }));
}

export async function findOutboxMail(
  db: Db,
  outboxMailId: string,
): Promise<StoredMail | undefined> {
  const row = await selectMails(db)
    .select(['text_body as text', 'html_body as html', sql<LinkPrivacy>`links`.as('linkPrivacy')])
    .where('outbox_mail_id', '=', outboxMailId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { status, ...mail } = row;
  return { ...mail, state: stateOf(status) };
}
