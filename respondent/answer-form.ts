import type { Question } from '../universal/survey';
import { type Locale, messagesOf } from '../universal/text';
import { html, type Html } from './html';
import { respondentMessages } from './messages';
import { errorSummary, type FormState, questionFields } from './question-fields';

interface AnswerForm {
  locale: Locale;
  path: string;
  questions: readonly Question[];
  state: FormState;
  submissionKey: string;
  button: string;
  commentHint: string;
  /** Said before the button: what sending means. */
  note?: string;
  /** Whether the browser's history entry keeps a draft; `none` where the next person uses the same device. */
  draft: 'entry' | 'none';
}

/** The form with its error summary. The submission key makes sending twice count once. */
export function answerForm(form: AnswerForm): { summary: Html | undefined; form: Html } {
  const t = messagesOf(respondentMessages, form.locale);
  const options = {
    locale: form.locale,
    state: form.state,
    commentHint: form.commentHint,
    marksOptional: form.questions.some(({ isRequired }) => isRequired),
  };
  return {
    summary: errorSummary(form.questions, options),
    form: html`<form
      method="post"
      action="${form.path}?lang=${form.locale}"
      novalidate
      data-draft="${form.draft}"
      data-sending="${t.sending}"
      data-retrying="${t.retrying}"
      data-offline="${t.offline}"
      data-restored="${t.restored}"
    >
      <input type="hidden" name="submission_key" value="${form.submissionKey}" />
      ${questionFields(form.questions, options)} ${form.note && html`<p>${form.note}</p>`}
      <button type="submit">${form.button}</button>
      <p class="state" role="status"></p>
    </form>`,
  };
}
