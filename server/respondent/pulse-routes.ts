import type { Request, Response } from 'express';
import { anonymousViewer } from '../../domain/access';
import type { Context } from '../../domain/context';
import { findPulseInvitation, type PulseInvitation, submitPulse } from '../../domain/pulse';
import { randomId } from '../../platform/ids';
import {
  noticePage,
  type PageFrame,
  pulsePage,
  type PulsePageRound,
  pulseThanksPage,
  respondentMessages,
} from '../../respondent';
import { messagesOf } from '../../universal/text';
import type { ContextMaker } from '../context';
import { leadTo } from '../lead-to';
import { fieldsOf, localeOf, scriptPath, sendPage } from './page-response';

const resultsPath = '/pulse';
type Known = Exclude<PulseInvitation, { state: 'unknown' }>;

/** The pages behind a personal link to a pulse. The person stays anonymous to the server: no session is looked at. */
export function pulseRoutes({ contextFor }: { contextFor: ContextMaker }) {
  const begin = async (req: Request) => {
    // A request id would be a common mark of what the database writes and what the log says.
    const known = await contextFor({ viewer: anonymousViewer, requestId: '' });
    const locale = localeOf(req, known.organisation.defaultLocale);
    const ctx: Context = { ...known, locale };
    const token = req.params['token'] ?? '';
    const frame: PageFrame = {
      locale,
      organisation: locale === 'zh' ? ctx.organisation.nameZh : ctx.organisation.nameEn,
      path: `/p/${encodeURIComponent(token)}`,
    };
    return { ctx, frame, token };
  };
  return {
    show: async (req: Request, res: Response) => {
      const { ctx, frame, token } = await begin(req);
      const found = await findPulseInvitation(ctx, token);
      if (found.state === 'open') sendForm(res, { ctx, frame, found });
      else sendNotice(res, frame, found.state);
    },
    submit: async (req: Request, res: Response) => {
      const { ctx, frame, token } = await begin(req);
      const submitted = fieldsOf(req);
      const pageKey = submitted['submission_key'] || randomId();
      const outcome = await submitPulse(ctx, { token, pageKey, submitted });
      if (!outcome.ok) {
        const found = await findPulseInvitation(ctx, token);
        if (found.state === 'unknown') return sendNotice(res, frame, 'unknown', submitted);
        return sendForm(res, { ctx, frame, found, pageKey, submitted, problems: outcome.problems });
      }
      if (outcome.state === 'stored') leadTo(res, `${frame.path}/thanks?lang=${frame.locale}`);
      else sendNotice(res, frame, outcome.state, submitted);
    },
    thank: async (req: Request, res: Response) => {
      const { ctx, frame, token } = await begin(req);
      const found = await findPulseInvitation(ctx, token);
      if (found.state !== 'answered') {
        return leadTo(res, `${frame.path}?lang=${frame.locale}`);
      }
      const page = pulseThanksPage({
        ...frame,
        path: `${frame.path}/thanks`,
        round: promiseOf(ctx, found),
        resultsPath,
      });
      sendPage(res, page, { locale: frame.locale });
    },
  };
}

function promiseOf(ctx: Context, { round }: Known): PulsePageRound {
  return {
    name: round.name[ctx.locale],
    closesAt: round.closesAt,
    timeZone: ctx.organisation.timeZone,
    minimumGroup: round.minimumGroup,
    minimumCommentGroup: round.minimumCommentGroup,
  };
}

function sendForm(
  res: Response,
  form: {
    ctx: Context;
    frame: PageFrame;
    found: Known;
    pageKey?: string;
    submitted?: Record<string, string>;
    problems?: Parameters<typeof pulsePage>[0]['problems'];
  },
): void {
  const page = pulsePage({
    ...form.frame,
    scriptPath,
    round: promiseOf(form.ctx, form.found),
    questions: form.found.version.questions,
    submissionKey: form.pageKey ?? randomId(),
    values: form.submitted ?? {},
    problems: form.problems ?? [],
  });
  sendPage(res, page, { locale: form.frame.locale, status: form.problems ? 422 : 200 });
}

function sendNotice(
  res: Response,
  frame: PageFrame,
  state: 'unknown' | 'closed' | 'answered',
  typed: Readonly<Record<string, string>> = {},
): void {
  const t = messagesOf(respondentMessages, frame.locale);
  const link = state === 'unknown' ? undefined : { path: resultsPath, text: t.pulseResults };
  // Whoever has answered sees again that it is stored; what a second try held is the same answers.
  const kept = state === 'answered' ? {} : typed;
  sendPage(res, noticePage(frame, state, { link, typed: kept }), {
    locale: frame.locale,
    status: { unknown: 404, closed: 410, answered: 200 }[state],
  });
}
