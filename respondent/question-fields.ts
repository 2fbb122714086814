import {
  isScaled,
  maximumCommentLength,
  pointsOf,
  type Question,
  type ScaleKind,
  scales,
} from '../universal/survey';
import { type Locale, messagesOf, type Text } from '../universal/text';
import { html, type Html } from './html';
import { respondentMessages } from './messages';

/** What was entered so far and what is wrong with it, so that nothing typed is lost. */
export interface FormState {
  values: Readonly<Record<string, string>>;
  problems: readonly { questionKey: string | null; message: Text }[];
}

interface FieldOptions {
  locale: Locale;
  state: FormState;
  commentHint: string;
  /** Where nothing is required, saying of each question that it is optional would only be noise. */
  marksOptional: boolean;
}

/** The place that an entry of the error summary leads to. */
function anchorOf(question: Question): string {
  return isScaled(question) ? `${question.key}-${scales[question.kind].min}` : question.key;
}

/** All questions in their order. */
export function questionFields(questions: readonly Question[], options: FieldOptions): Html[] {
  return questions.map((question) =>
    isScaled(question) ? scaleField(question, options) : commentField(question, options),
  );
}

function scaleField(
  question: Question & { kind: ScaleKind },
  { locale, state, marksOptional }: FieldOptions,
): Html {
  const t = messagesOf(respondentMessages, locale);
  const scale = scales[question.kind];
  const points = pointsOf(question.kind);
  const problem = problemOf(question, state);
  const described = [`${question.key}-ends`, ...(problem ? [`${question.key}-problem`] : [])].join(
    ' ',
  );
  const options = points.map((point, index) => {
    const words = scale.points?.[index] ?? (index === 0 ? scale.lowest : scale.highest);
    const spoken = scale.points || index === 0 || index === points.length - 1;
    const id = `${question.key}-${point}`;
    const checked = state.values[question.key] === String(point);
    return html`<label for="${id}"
      ><input
        type="radio"
        id="${id}"
        name="${question.key}"
        value="${point}"
        ${checked && html` checked`}${question.isRequired && html` required`}
      /><span class="box"
        >${point}${spoken && html`<span class="${scale.points ? 'word' : 'vh'}"> ${words[locale]}</span>`}</span
      ></label
    >`;
  });
  return html`<fieldset aria-describedby="${described}" ${problem && html` class="wrong"`}>
    <legend>
      ${question.text[locale]}${marksOptional && !question.isRequired && html` <span class="dim">(${t.optional})</span>`}
    </legend>
    ${problemLine(question, problem, locale)}
    <div class="scale s${points.length}">${options}</div>
    <div class="ends dim" id="${question.key}-ends">
      <span>${scale.min} ${scale.lowest[locale]}</span
      ><span>${scale.max} ${scale.highest[locale]}</span>
    </div>
  </fieldset> `;
}

function commentField(
  question: Question,
  { locale, state, commentHint, marksOptional }: FieldOptions,
): Html {
  const t = messagesOf(respondentMessages, locale);
  const { key } = question;
  const problem = problemOf(question, state);
  const described = [`${key}-hint`, ...(problem ? [`${key}-problem`] : [])].join(' ');
  return html`<div class="field${problem && ' wrong'}">
    <label class="title" for="${key}"
      >${question.text[locale]}${marksOptional && !question.isRequired && html` <span class="dim">(${t.optional})</span>`}</label
    >
    <p class="dim" id="${key}-hint">${commentHint}</p>
    ${problemLine(question, problem, locale)}
    <textarea
      dir="auto"
      id="${key}"
      name="${key}"
      rows="4"
      maxlength="${maximumCommentLength}"
      aria-describedby="${described}"
      ${problem && html` aria-invalid="true"`}${question.isRequired && html` required`}
    >
${state.values[key] ?? ''}</textarea>
  </div> `;
}

function problemOf(question: Question, state: FormState): Text | undefined {
  return state.problems.find(({ questionKey }) => questionKey === question.key)?.message;
}

function problemLine(
  question: Question,
  problem: Text | undefined,
  locale: Locale,
): Html | undefined {
  const t = messagesOf(respondentMessages, locale);
  return (
    problem &&
    html`<p class="problem" id="${question.key}-problem">
      <span class="vh">${t.errorPrefix} </span>${problem[locale]}
    </p>`
  );
}

/** What needs attention, above everything else, each entry leading to its question. */
export function errorSummary(
  questions: readonly Question[],
  { locale, state }: FieldOptions,
): Html | undefined {
  if (state.problems.length === 0) return undefined;
  const t = messagesOf(respondentMessages, locale);
  const entries = state.problems.map(({ questionKey, message }) => {
    const named = questions.find(({ key }) => key === questionKey);
    const question = named ?? questions[0];
    return html`<li>
      <a href="#${question ? anchorOf(question) : ''}"
        >${named && html`${named.text[locale]} – `}${message[locale]}</a
      >
    </li>`;
  });
  return html`<div class="summary" role="alert" tabindex="-1" id="summary">
    <h2>${t.summaryTitle}</h2>
    <ul>
      ${entries}
    </ul>
  </div> `;
}
