import { messagesOf } from '../universal/text';
import { html } from './html';
import { layout, type PageFrame } from './layout';
import { respondentMessages } from './messages';

const notices = {
  unknown: ['unknownTitle', 'unknownBody'],
  inactive: ['inactiveTitle', 'inactiveBody'],
  answered: ['pulseAnswered', 'pulseAnsweredBody'],
  closed: ['pulseClosed', 'pulseClosedBody'],
  failed: ['failedPlainTitle', 'failedPlain'],
} as const;

export type Notice = keyof typeof notices;

/** A friendly page in place of the form; with a way on where there is one. */
export function noticePage(
  frame: PageFrame,
  notice: Notice,
  link?: { path: string; text: string },
): string {
  const t = messagesOf(respondentMessages, frame.locale);
  const [title, body] = notices[notice];
  return layout(
    frame,
    t[title],
    html`<h1>${t[title]}</h1>
      <p>${t[body]}</p>
      ${link && html`<p><a href="${link.path}">${link.text}</a></p>`}`,
  );
}
