import { createTransport } from 'nodemailer';
import type { Mail } from './mailer';

export interface MailServer {
  deliver(mail: Omit<Mail, 'links'> & { id: string }): Promise<void>;
  close(): void;
}

/** Connects to the SMTP server of an address like `smtps://user:password@mail.example.com`. */
export function createMailServer(smtpUrl: string, from: string): MailServer {
  const transport = createTransport(smtpUrl, { from });
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    async deliver({ id, to, subject, text, html }) {
      await transport.sendMail({
        // The same id at every try, so that a mail sent twice after a crash is recognised as one.
        messageId: `<${id}@${domain}>`,
        to: { name: '', address: to },
        subject,
        text,
        html,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}
