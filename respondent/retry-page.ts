import { messagesOf } from '../universal/text';
import { html } from './html';
import { layout, type PageFrame } from './layout';
import { respondentMessages } from './messages';

/** Holds what was submitted when it could not be stored, ready to be sent again with the same key. */
export function retryPage(
  frame: PageFrame,
  reason: 'failed' | 'busy',
  submitted: Readonly<Record<string, string>>,
): string {
  const t = messagesOf(respondentMessages, frame.locale);
  const [title, body] =
    reason === 'busy' ? [t.busyTitle, t.busyBody] : [t.failedTitle, t.failedBody];
  const fields = Object.entries(submitted).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return layout(
    frame,
    title,
    html`<h1>${title}</h1>
      <p>${body}</p>
      <form method="post" action="${frame.path}?lang=${frame.locale}">
        ${fields}<button type="submit">${t.sendAgain}</button>
      </form>`,
  );
}
