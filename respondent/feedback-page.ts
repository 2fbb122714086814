import type { Question } from '../universal/survey';
import { messagesOf } from '../universal/text';
import { answerForm } from './answer-form';
import { html } from './html';
import { layout, type PageFrame } from './layout';
import { respondentMessages } from './messages';
import type { FormState } from './question-fields';

interface FeedbackPage extends PageFrame, FormState {
  touchpoint: string;
  questions: readonly Question[];
  submissionKey: string;
  isKiosk: boolean;
}

/** The page on which a customer says how it was. */
export function feedbackPage(page: FeedbackPage): string {
  const t = messagesOf(respondentMessages, page.locale);
  const { summary, form } = answerForm({
    locale: page.locale,
    path: page.path,
    questions: page.questions,
    state: page,
    submissionKey: page.submissionKey,
    button: t.sendFeedback,
    commentHint: t.commentHintKept,
    draft: page.isKiosk ? 'none' : 'entry',
  });
  const title = t.feedbackTitle({ touchpoint: page.touchpoint });
  return layout(
    page,
    summary ? t.titleWithError({ title }) : title,
    html`${summary}
      <h1>${title}</h1>
      <div class="about">
        <p>
          ${t.feedbackAsks({ organisation: page.organisation, touchpoint: page.touchpoint })}
          ${t.feedbackTakes({ questions: page.questions.length })}
        </p>
        <p>${t.feedbackWho}</p>
      </div>
      ${form}`,
  );
}

/** What a customer sees once the feedback is stored. */
export function feedbackThanksPage(page: PageFrame & { formPath: string }): string {
  const t = messagesOf(respondentMessages, page.locale);
  return layout(
    page,
    t.feedbackThanks,
    html`<h1>${t.feedbackThanks}</h1>
      <p>${t.feedbackThanksBody}</p>
      <h2>${t.whatNext}</h2>
      <p>${t.feedbackNext}</p>
      <p><a href="${page.formPath}?lang=${page.locale}">${t.feedbackAgain}</a></p>`,
  );
}
