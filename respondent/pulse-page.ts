import type { Question } from '../universal/survey';
import { isSmallGroup } from '../universal/pulse/small-group';
import { formatDate } from '../universal/format';
import { messagesOf } from '../universal/text';
import { answerForm } from './answer-form';
import { html } from './html';
import { layout, type PageFrame } from './layout';
import { respondentMessages } from './messages';
import type { FormState } from './question-fields';

/** What an employee is told about a round before the first question. */
export interface PulsePageRound {
  name: string;
  closesAt: Date;
  timeZone: string;
  minimumGroup: number;
  minimumCommentGroup: number;
}

interface PulsePage extends PageFrame, FormState {
  round: PulsePageRound;
  questions: readonly Question[];
  submissionKey: string;
}

/** The page on which an employee answers a pulse. */
export function pulsePage(page: PulsePage): string {
  const t = messagesOf(respondentMessages, page.locale);
  const { round } = page;
  const { summary, form } = answerForm({
    locale: page.locale,
    path: page.path,
    questions: page.questions,
    state: page,
    submissionKey: page.submissionKey,
    button: t.send,
    commentHint: t.commentHint,
    note: t.pulseFinal,
    draft: 'entry',
  });
  const title = t.pulseTitle({ name: round.name });
  const promise = {
    organisation: page.organisation,
    group: round.minimumGroup,
    commentGroup: round.minimumCommentGroup,
  };
  return layout(
    page,
    summary ? t.titleWithError({ title }) : title,
    html`${summary}
      <h1>${title}</h1>
      <div class="about">
        <p>${t.pulseWho(promise)}</p>
        ${isSmallGroup(round.minimumGroup) ? html`<p class="warning">${t.pulseSmallGroup(promise)}</p>` : ''}
        <p>${t.pulseMode}</p>
        <p>${t.pulseDatabase}</p>
        <p>
          ${t.pulseTakes({ questions: page.questions.length })}
          ${t.pulseOpenUntil({ date: formatDate(page.locale, round.closesAt, round.timeZone) })}
        </p>
      </div>
      ${form}`,
  );
}

/** What an employee sees once the answers are stored. */
export function pulseThanksPage(
  page: PageFrame & { round: PulsePageRound; resultsPath: string },
): string {
  const t = messagesOf(respondentMessages, page.locale);
  const date = formatDate(page.locale, page.round.closesAt, page.round.timeZone);
  return layout(
    page,
    t.pulseThanks,
    html`<h1>${t.pulseThanks}</h1>
      <p>${t.pulseThanksBody}</p>
      <h2>${t.whatNext}</h2>
      <p>${t.pulseNext({ date, group: page.round.minimumGroup })}</p>
      <p><a href="${page.resultsPath}">${t.pulseResults}</a></p>`,
  );
}
