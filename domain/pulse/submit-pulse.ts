import { createHash } from 'node:crypto';
import type { Context } from '../context';
import {
  type AnswerProblem,
  type Answers,
  getSurveyVersion,
  readAnswers,
  type SurveyVersion,
} from '../surveys';
import { holdingInvitation } from './invitation-lock-store';
import { hasAnswers, insertAnswers, markAnswered, type NewPulseAnswers } from './answer-store';
import { type FoundInvitation, selectInvitation } from './invitation-store';
import type { PulseRound } from './pulse';
import { readPulseToken } from './pulse-link';
import { selectRoundById } from './round-store';

/** What stands behind a personal link. */
export type PulseInvitation =
  | { state: 'unknown' }
  | { state: 'closed' | 'answered' | 'open'; round: PulseRound; version: SurveyVersion };

type Known = FoundInvitation & { round: PulseRound; version: SurveyVersion };

/** What the page behind a personal link may show. Whoever holds the link may ask. */
export async function findPulseInvitation(ctx: Context, token: string): Promise<PulseInvitation> {
  const known = await findKnown(ctx, token);
  if (!known) return { state: 'unknown' };
  const { round, version } = known;
  if (known.isAnswered) return { state: 'answered', round, version };
  return { state: round.status === 'open' ? 'open' : 'closed', round, version };
}

async function findKnown(ctx: Context, token: string): Promise<Known | undefined> {
  const invitationId = readPulseToken(ctx, token);
  const invitation = invitationId ? await selectInvitation(ctx.db, invitationId) : undefined;
  const round = invitation && (await selectRoundById(ctx.db, invitation.roundId));
  if (!round) return undefined;
  return { ...invitation, round, version: await getSurveyVersion(ctx, round.surveyVersionId) };
}

interface PulseSubmission {
  token: string;
  /** Random, made with the page and never stored: the ids of the answers follow from it. */
  pageKey: string;
  submitted: Readonly<Record<string, unknown>>;
}

export type PulseOutcome =
  | { ok: true; state: 'stored' | 'answered' | 'closed' | 'unknown' }
  | { ok: false; problems: readonly AnswerProblem[] };

/**
 * Stores an employee's answers. The same page sent twice stores once. Answers and the mark that the person took part
 * are separate transactions without anything in common; the lock between them only keeps one person from answering
 * twice at the same moment.
 */
export async function submitPulse(
  ctx: Context,
  submission: PulseSubmission,
): Promise<PulseOutcome> {
  const known = await findKnown(ctx, submission.token);
  if (!known) return { ok: true, state: 'unknown' };
  const read = readAnswers(known.version.questions, submission.submitted);
  if (!read.ok) return known.round.status === 'open' && !known.isAnswered ? read : stateOnly(known);
  const given = answersOf(known, read.answers, submission.pageKey);
  return ctx.db.connection().execute((db) =>
    holdingInvitation(db, known.invitationId, async () => {
      const current = await selectInvitation(db, known.invitationId);
      if (current?.isAnswered) {
        const ids = [
          ...given.answers.map(({ answerId }) => answerId),
          ...given.comments.map(({ commentId }) => commentId),
        ];
        return { ok: true, state: (await hasAnswers(db, ids)) ? 'stored' : 'answered' } as const;
      }
      if (!(await insertAnswers(db, given))) return { ok: true, state: 'closed' } as const;
      await markAnswered(db, known.invitationId);
      return { ok: true, state: 'stored' } as const;
    }),
  );
}

function stateOnly(known: Known): PulseOutcome {
  return { ok: true, state: known.isAnswered ? 'answered' : 'closed' };
}

function answersOf(known: Known, { scores, comments }: Answers, pageKey: string): NewPulseAnswers {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const derive = ([key]: [string, unknown]) => derivedId(pageKey, key);
  // Sorted by their random ids, so that the rows do not lie in the order of the form.
  return {
    roundId: known.roundId,
    departmentId: known.departmentId,
    tenureBand: known.tenureBand,
    answers: [...scores]
      .map((entry) => ({ id: derive(entry), key: entry[0], score: entry[1] }))
      .sort(byId)
      .map(({ id, key, score }) => ({ answerId: id, questionKey: key, score })),
    comments: [...comments].map((entry) => ({ commentId: derive(entry), body: entry[1] })),
  };
}

/** An id that only the holder of the page's key can work out, and that tells nothing about any other. */
export function derivedId(pageKey: string, questionKey: string): string {
  const bytes = createHash('sha256')
    .update(`pulse-answer:${pageKey}:${questionKey}`)
    .digest()
    .subarray(0, 16);
  // Version 8 (made by own rules), RFC 9562 variant.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
