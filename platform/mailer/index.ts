export { type Letter, writeLetter } from './letter';
export { hiddenLink, type LinkPrivacy, withoutLinks } from './links';
export { createMailServer } from './mail-server';
export type { MailServer } from './mail-server';
export { mailJobs } from './mail-jobs';
export { createMailer } from './mailer';
export type { Mail, Mailer } from './mailer';
export { openLetter } from './sealed-mail';
