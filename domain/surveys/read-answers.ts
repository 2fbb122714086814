import { isScaled, maximumCommentLength, type Question, scales } from '../../universal/survey';
import type { Text } from '../../universal/text';

/** What is wrong with an answer; without a question when it concerns the answers as a whole. */
export interface AnswerProblem {
  questionKey: string | null;
  message: Text;
}

/** What a person answered, by question; a question without an answer is absent. */
export interface Answers {
  scores: ReadonlyMap<string, number>;
  comments: ReadonlyMap<string, string>;
}

export type ReadAnswers =
  { ok: true; answers: Answers } | { ok: false; problems: readonly AnswerProblem[] };

/** Reads the submitted fields by the questions of a version; what the version does not ask is ignored. */
export function readAnswers(
  questions: readonly Question[],
  submitted: Readonly<Record<string, unknown>>,
): ReadAnswers {
  const scores = new Map<string, number>();
  const comments = new Map<string, string>();
  const problems: AnswerProblem[] = [];
  for (const question of questions) {
    const given = textIn(submitted[question.key]);
    if (given === '') {
      if (question.isRequired)
        problems.push({ questionKey: question.key, message: missing(question) });
    } else if (isScaled(question)) {
      const score = scoreIn(given, scales[question.kind]);
      if (score === undefined)
        problems.push({ questionKey: question.key, message: outside(scales[question.kind]) });
      else scores.set(question.key, score);
    } else if (given.length > maximumCommentLength) {
      problems.push({ questionKey: question.key, message: tooLong(given.length) });
    } else {
      comments.set(question.key, given);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  if (scores.size + comments.size === 0)
    return { ok: false, problems: [{ questionKey: null, message: nothing }] };
  return { ok: true, answers: { scores, comments } };
}

const nothing: Text = {
  en: 'Answer at least one question before you send.',
  zh: '请至少回答一个问题再提交。',
};

function missing(question: Question): Text {
  return isScaled(question)
    ? { en: 'Choose an answer to this question.', zh: '请选择一个答案。' }
    : { en: 'Write an answer to this question.', zh: '请填写此题的回答。' };
}

function outside({ min, max }: { min: number; max: number }): Text {
  return {
    en: `Choose a number from ${min} to ${max}.`,
    zh: `请选择 ${min} 到 ${max} 之间的数字。`,
  };
}

function tooLong(length: number): Text {
  const over = length - maximumCommentLength;
  return {
    en: `Shorten the comment by ${over} ${over === 1 ? 'character' : 'characters'}: it may have ${maximumCommentLength}.`,
    zh: `请将意见缩短 ${over} 个字符：最多 ${maximumCommentLength} 个字符。`,
  };
}

function scoreIn(given: string, { min, max }: { min: number; max: number }): number | undefined {
  if (!/^\d{1,2}$/.test(given)) return undefined;
  const score = Number(given);
  return score >= min && score <= max ? score : undefined;
}

// A browser sends line ends as CRLF; PostgreSQL takes neither NUL nor half a surrogate pair.
function textIn(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .replaceAll('\u0000', '')
    .replaceAll('\r\n', '\n')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim();
}
