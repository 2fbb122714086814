import { NotFound } from '../../platform/errors';
import { hiddenLink, type LinkPrivacy, withoutLinks } from '../../platform/mailer';
import type { Text } from '../../universal/text';
import { authorise } from '../access';
import type { Context } from '../context';
import { findOutboxMail, type MailState, type OutboxMail } from './outbox-store';

/**
 * What the reader gets to see of a mail's links. `open`: they lead where one signs in. `entrusted`: shown, to be passed
 * on to the recipient. `demo`: shown because nobody is real there. `hidden`: taken out of the text. `sealed`: there is
 * nothing of the mail to be seen at all.
 */
export const mailLinks = ['open', 'entrusted', 'demo', 'hidden', 'sealed'] as const;
export type MailLinks = (typeof mailLinks)[number];

export interface OutboxMailContent extends OutboxMail {
  text: string;
  html: string;
  links: MailLinks;
}

const inPlaceOfLink: Text = {
  en: '[This link is personal and hidden here.]',
  zh: '【此链接仅供收件人本人使用，在此隐藏】',
};

/** One mail with its text. Links that would let the reader act as the recipient are not in it. */
export async function getOutboxMail(
  ctx: Context,
  { outboxMailId }: { outboxMailId: string },
): Promise<OutboxMailContent> {
  authorise(ctx.viewer, 'read', 'OutboxMail');
  const found = await findOutboxMail(ctx.db, outboxMailId);
  if (!found) throw new NotFound();
  const { linkPrivacy, ...mail } = found;
  const links = linksShown(linkPrivacy, mail.state, ctx.config.isDemo);
  if (links !== 'hidden') return { ...mail, links };
  const masked = (body: string) =>
    withoutLinks(body).replaceAll(hiddenLink, inPlaceOfLink[ctx.locale]);
  return { ...mail, links, text: masked(mail.text), html: masked(mail.html) };
}

function linksShown(privacy: LinkPrivacy, state: MailState, isDemo: boolean): MailLinks {
  if (privacy === 'open' || privacy === 'sealed') return privacy;
  if (isDemo) return 'demo';
  // Without a mail server nobody else can bring the link to the person.
  return privacy === 'entrusted' && state === 'kept' ? 'entrusted' : 'hidden';
}
