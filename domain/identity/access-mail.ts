import { type Mail, writeLetter } from '../../platform/mailer';
import { formatDateTime } from '../../universal/format';
import { defineMessages, type Locale, messagesOf } from '../../universal/text';
import type { Context } from '../context';

const accessMailMessages = defineMessages({
  en: {
    greeting: (p: { name: string }) => `Hello ${p.name},`,
    inviteSubject: (p: { organisation: string }) => `Your access to ${p.organisation} on Tandem`,
    inviteLead: (p: { organisation: string; email: string }) =>
      `${p.organisation} uses Tandem to hear customers and employees. You can sign in with ${p.email} as soon as you have chosen a password.`,
    invite: 'Choose a password',
    inviteUntil: (p: { date: string }) =>
      `The link works once, until ${p.date}. After that, ask your administrator or use “Forgot your password?” on the sign-in page.`,
    personal: 'This link is yours alone. Please do not forward it.',
    resetSubject: 'Choose a new password for Tandem',
    resetLead: (p: { email: string }) =>
      `Somebody, probably you, asked for a new password for ${p.email}.`,
    reset: 'Choose a new password',
    resetUntil: (p: { date: string }) => `The link works once, until ${p.date}.`,
    resetIgnore: 'If it was not you, do nothing: your password stays as it is.',
    changedSubject: 'Your password for Tandem was changed',
    changedLead: (p: { email: string; date: string }) =>
      `The password of ${p.email} was changed on ${p.date}. Every other device was signed out.`,
    changedDoubt:
      'If it was not you, ask for a new password at once with “Forgot your password?” on the sign-in page, and tell your administrator.',
    signIn: 'Sign in',
    grantedSubject: 'You were given a role on Tandem',
    grantedLead: (p: { by: string; role: string }) => `${p.by} has given you a role: ${p.role}.`,
    revokedSubject: 'A role of yours on Tandem was taken back',
    revokedLead: (p: { by: string; role: string }) =>
      `${p.by} has taken back a role of yours: ${p.role}.`,
    rolesDoubt: 'If this surprises you, tell an administrator.',
  },
  zh: {
    greeting: (p) => `${p.name}，您好！`,
    inviteSubject: (p) => `${p.organisation}邀请您登录 Tandem`,
    inviteLead: (p) =>
      `${p.organisation}使用 Tandem 倾听顾客与员工的声音。设置密码后，即可用 ${p.email} 登录。`,
    invite: '设置密码',
    inviteUntil: (p) =>
      `此链接只能使用一次，有效期至${p.date}。过期后请联系管理员，或在登录页使用“忘记密码？”。`,
    personal: '此链接仅供您本人使用，请勿转发。',
    resetSubject: '重新设置您的 Tandem 密码',
    resetLead: (p) => `有人（可能是您本人）申请为 ${p.email} 重新设置密码。`,
    reset: '设置新密码',
    resetUntil: (p) => `此链接只能使用一次，有效期至${p.date}。`,
    resetIgnore: '如果不是您本人申请，无需理会，密码不会改变。',
    changedSubject: '您的 Tandem 密码已更改',
    changedLead: (p) => `${p.email} 的密码已于${p.date}更改，其他设备均已退出登录。`,
    changedDoubt: '如果不是您本人操作，请立即在登录页使用“忘记密码？”重新设置，并告知管理员。',
    signIn: '登录',
    grantedSubject: '您在 Tandem 获得了新角色',
    grantedLead: (p) => `${p.by}授予了您一个角色：${p.role}。`,
    revokedSubject: '您在 Tandem 的一个角色已被收回',
    revokedLead: (p) => `${p.by}收回了您的一个角色：${p.role}。`,
    rolesDoubt: '如对此有疑问，请联系管理员。',
  },
});

interface Recipient {
  email: string;
  displayName: string;
  locale: Locale;
}

type Place = Pick<Context, 'organisation' | 'config'>;

const nameOf = ({ organisation }: Place, locale: Locale) =>
  locale === 'zh' ? organisation.nameZh : organisation.nameEn;

/** The mail that gives a person access. */
export function invitationMail(
  place: Place,
  { email, displayName, locale }: Recipient,
  link: { address: string; expiresAt: Date },
): Mail {
  const t = messagesOf(accessMailMessages, locale);
  const organisation = nameOf(place, locale);
  const date = formatDateTime(locale, link.expiresAt, place.organisation.timeZone);
  return writeLetter({
    to: email,
    locale,
    links: 'entrusted',
    subject: t.inviteSubject({ organisation }),
    paragraphs: [
      t.greeting({ name: displayName }),
      t.inviteLead({ organisation, email }),
      { label: t.invite, address: link.address },
      t.inviteUntil({ date }),
      t.personal,
    ],
  });
}

/** The mail with which somebody who forgot the password chooses a new one. */
export function passwordResetMail(
  place: Place,
  { email, displayName, locale }: Recipient,
  link: { address: string; expiresAt: Date },
): Mail {
  const t = messagesOf(accessMailMessages, locale);
  const date = formatDateTime(locale, link.expiresAt, place.organisation.timeZone);
  return writeLetter({
    to: email,
    locale,
    links: 'personal',
    subject: t.resetSubject,
    paragraphs: [
      t.greeting({ name: displayName }),
      t.resetLead({ email }),
      { label: t.reset, address: link.address },
      `${t.resetUntil({ date })} ${t.personal}`,
      t.resetIgnore,
    ],
  });
}

/** The mail that tells a person that the password is another one now. */
export function passwordChangedMail(
  place: Place,
  { email, displayName, locale }: Recipient,
  changedAt: Date,
): Mail {
  const t = messagesOf(accessMailMessages, locale);
  const date = formatDateTime(locale, changedAt, place.organisation.timeZone);
  return writeLetter({
    to: email,
    locale,
    links: 'open',
    subject: t.changedSubject,
    paragraphs: [
      t.greeting({ name: displayName }),
      t.changedLead({ email, date }),
      t.changedDoubt,
      { label: t.signIn, address: `${place.config.baseUrl}/sign-in` },
    ],
  });
}

/** The mail that tells a person that a role was given to them or taken back. */
export function rolesChangedMail(
  place: Place,
  { email, displayName, locale }: Recipient,
  { change, role, by }: { change: 'granted' | 'revoked'; role: string; by: string },
): Mail {
  const t = messagesOf(accessMailMessages, locale);
  return writeLetter({
    to: email,
    locale,
    links: 'open',
    subject: change === 'granted' ? t.grantedSubject : t.revokedSubject,
    paragraphs: [
      t.greeting({ name: displayName }),
      change === 'granted' ? t.grantedLead({ by, role }) : t.revokedLead({ by, role }),
      t.rolesDoubt,
      { label: t.signIn, address: `${place.config.baseUrl}/sign-in` },
    ],
  });
}
