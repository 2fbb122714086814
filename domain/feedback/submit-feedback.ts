import { newId, randomId } from '../../platform/ids';
import type { Question } from '../../universal/survey';
import type { Locale } from '../../universal/text';
import type { Context } from '../context';
import { type AnswerProblem, type Answers, type LinkedSurvey, readAnswers } from '../surveys';
import { insertSubmittedFeedback } from './submitted-feedback-store';

interface Submission {
  link: LinkedSurvey;
  /** Made with the page; the same key again stores nothing and is answered the same. */
  submissionKey: string;
  submitted: Readonly<Record<string, unknown>>;
  locale: Locale;
}

export type SubmissionOutcome = { ok: true } | { ok: false; problems: readonly AnswerProblem[] };

/** Stores what a customer said through an open link. Anyone may; it takes one statement on one connection. */
export async function submitFeedback(
  ctx: Context,
  submission: Submission,
): Promise<SubmissionOutcome> {
  const { link } = submission;
  const read = readAnswers(link.questions, submission.submitted);
  if (!read.ok) return read;
  await insertSubmittedFeedback(ctx.db, {
    feedbackId: newId(),
    submissionKey: isUuid(submission.submissionKey) ? submission.submissionKey : randomId(),
    occurredAt: ctx.clock.now(),
    departmentId: link.departmentId,
    touchpointId: link.touchpointId,
    channel: link.channel,
    surveyVersionId: link.surveyVersionId,
    locale: submission.locale,
    nps: scoreOf(link.questions, 'nps', read.answers),
    csat: scoreOf(link.questions, 'csat', read.answers),
    ces: scoreOf(link.questions, 'ces', read.answers),
    comment: commentOf(link.questions, read.answers),
  });
  return { ok: true };
}

function scoreOf(
  questions: readonly Question[],
  kind: Question['kind'],
  { scores }: Answers,
): number | null {
  const question = questions.find((candidate) => candidate.kind === kind);
  return (question && scores.get(question.key)) ?? null;
}

function commentOf(questions: readonly Question[], { comments }: Answers): string | null {
  const question = questions.find(({ kind }) => kind === 'comment');
  return (question && comments.get(question.key)) ?? null;
}

function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}
