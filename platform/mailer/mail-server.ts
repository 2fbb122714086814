import { createTransport } from 'nodemailer';
import type { Mail } from './mailer';

/** The mail server will not take this mail, now or later: there is no such recipient, or its contents are refused. */
export class MailRefused extends Error {
  override name = 'MailRefused';
  readonly code: unknown;
  readonly responseCode: unknown;

  constructor(override readonly cause: Error) {
    super(cause.message);
    this.code = Reflect.get(cause, 'code');
    this.responseCode = Reflect.get(cause, 'responseCode');
  }
}

/** Of replies to recipient and contents a 5xx is final (RFC 5321, 4.2.1); to anything else it is the server's set-up. */
function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const [code, status, command] = ['code', 'responseCode', 'command'].map((name): unknown =>
    Reflect.get(error, name),
  );
  const isFinal = typeof status === 'number' && status >= 500 && status < 600;
  const isOfMail = code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM');
  return isFinal && isOfMail;
}

export interface MailServer {
  /** Throws `MailRefused` where another try makes no sense. */
  deliver(mail: Omit<Mail, 'links'> & { id: string }): Promise<void>;
  close(): void;
}

/** Connects to the SMTP server of an address like `smtps://user:password@mail.example.com`. */
export function createMailServer(smtpUrl: string, from: string): MailServer {
  const transport = createTransport(smtpUrl, { from });
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    async deliver({ id, to, subject, text, html }) {
      const sending = transport.sendMail({
        // The same id at every try, so that a mail sent twice after a crash is recognised as one.
        messageId: `<${id}@${domain}>`,
        to: { name: '', address: to },
        subject,
        text,
        html,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      await sending.catch((error: unknown) => {
        throw isRefusal(error) ? new MailRefused(error) : error;
      });
    },
    close: () => transport.close(),
  };
}
