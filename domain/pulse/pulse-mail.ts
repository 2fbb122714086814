import { type Mail, writeLetter } from '../../platform/mailer';
import { formatDate } from '../../universal/format';
import { defineMessages, type Locale, messagesOf } from '../../universal/text';

const mailMessages = defineMessages({
  en: {
    subject: (p: { name: string }) => `${p.name}: one minute for your view`,
    reminderSubject: (p: { name: string; date: string }) => `${p.name}: open until ${p.date}`,
    greeting: (p: { name: string }) => `Hello ${p.name},`,
    ask: (p: { organisation: string }) =>
      `${p.organisation} would like to know how work is going for you. It takes about one minute.`,
    remind: (p: { date: string }) =>
      `You can still answer until ${p.date}. It takes about one minute.`,
    answer: 'Answer now',
    promise: (p: { group: number; commentGroup: number }) =>
      `Your answers are kept sealed and without your name until they are added up. Results are shown only for groups with at least ${p.group} answers, comments only for at least ${p.commentGroup}.`,
    personal: 'This link is yours alone. Please do not forward it.',
    openUntil: (p: { date: string }) => `Open until ${p.date}.`,
  },
  zh: {
    subject: (p) => `${p.name}：用一分钟说说您的看法`,
    reminderSubject: (p) => `${p.name}：开放至${p.date}`,
    greeting: (p) => `${p.name}，您好！`,
    ask: (p) => `${p.organisation}想了解您的工作感受，约需一分钟。`,
    remind: (p) => `${p.date}前仍可作答，约需一分钟。`,
    answer: '立即作答',
    promise: (p) =>
      `您的回答在汇总之前加密保存，不带姓名。只有至少 ${p.group} 人作答的群体才会显示结果，意见则至少需要 ${p.commentGroup} 人。`,
    personal: '此链接仅供您本人使用，请勿转发。',
    openUntil: (p) => `开放至${p.date}。`,
  },
});

interface PulseMail {
  to: string;
  locale: Locale;
  fullName: string;
  occasion: 'opening' | 'reminder';
  organisation: string;
  round: { name: string; closesAt: Date; minimumGroup: number; minimumCommentGroup: number };
  timeZone: string;
  address: string;
}

/** The mail that asks an employee to answer, in their language. */
export function pulseMail(mail: PulseMail): Mail {
  const t = messagesOf(mailMessages, mail.locale);
  const { round } = mail;
  const date = formatDate(mail.locale, round.closesAt, mail.timeZone);
  const isReminder = mail.occasion === 'reminder';
  const lead = isReminder ? t.remind({ date }) : t.ask({ organisation: mail.organisation });
  const promise = t.promise({ group: round.minimumGroup, commentGroup: round.minimumCommentGroup });
  const closing = isReminder ? t.personal : `${t.openUntil({ date })} ${t.personal}`;
  return writeLetter({
    to: mail.to,
    locale: mail.locale,
    links: 'sealed',
    subject: isReminder
      ? t.reminderSubject({ name: round.name, date })
      : t.subject({ name: round.name }),
    paragraphs: [
      t.greeting({ name: mail.fullName }),
      lead,
      { label: t.answer, address: mail.address },
      promise,
      closing,
    ],
  });
}
