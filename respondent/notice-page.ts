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

interface NoticeParts {
  /** A way on. */
  link?: { path: string; text: string } | undefined;
  /** What was submitted to a form that is closed: the words in it are given back, so that nobody loses them. */
  typed?: Readonly<Record<string, string>>;
}

/** A friendly page in place of the form; with a way on where there is one. */
export function noticePage(
  frame: PageFrame,
  notice: Notice,
  { link, typed = {} }: NoticeParts = {},
): string {
  const t = messagesOf(respondentMessages, frame.locale);
  const [title, body] = notices[notice];
  // A choice is a number; everything else was written by hand.
  const words = Object.entries(typed).flatMap(([name, value]) =>
    name === 'submission_key' || !value.trim() || /^-?\d+$/.test(value.trim()) ? [] : [value],
  );
  return layout(
    frame,
    t[title],
    html`<h1>${t[title]}</h1>
      <p>${t[body]}</p>
      ${
        words.length > 0 &&
        html`<h2>${t.keptWords}</h2>
          <p>${t.keptWordsBody}</p>
          ${words.map(
            (text) => html`<textarea readonly aria-label="${t.keptWords}">${text}</textarea>`,
          )}`
      }
      ${link && html`<p><a href="${link.path}">${link.text}</a></p>`}`,
  );
}
