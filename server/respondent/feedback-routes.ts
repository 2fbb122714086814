import type { Request, Response } from 'express';
import { anonymousViewer } from '../../domain/access';
import type { Context } from '../../domain/context';
import { submitFeedback } from '../../domain/feedback';
import type { LinkCache, LinkedSurvey } from '../../domain/surveys';
import { randomId } from '../../platform/ids';
import { feedbackPage, feedbackThanksPage, noticePage, type PageFrame } from '../../respondent';
import type { ContextMaker } from '../context';
import { fieldsOf, localeOf, scriptPath, sendPage } from './page-response';

interface Visit {
  ctx: Context;
  frame: PageFrame;
  link: LinkedSurvey;
}

interface FeedbackParts {
  contextFor: ContextMaker;
  links: LinkCache;
}

/** The pages behind an open link. */
export function feedbackRoutes(parts: FeedbackParts) {
  return {
    show: async (req: Request, res: Response) => {
      const visit = await begin(parts, req, res);
      if (visit) sendForm(res, visit, { submissionKey: randomId() });
    },
    submit: async (req: Request, res: Response) => {
      const visit = await begin(parts, req, res);
      if (!visit) return;
      const { ctx, frame, link } = visit;
      const submitted = fieldsOf(req);
      const submissionKey = submitted['submission_key'] ?? '';
      const outcome = await submitFeedback(ctx, {
        link,
        submissionKey,
        submitted,
        locale: frame.locale,
      });
      if (outcome.ok) res.redirect(303, `${frame.path}/thanks?lang=${frame.locale}`);
      else sendForm(res, visit, { submissionKey, values: submitted, problems: outcome.problems });
    },
    thank: async (req: Request, res: Response) => {
      const visit = await begin(parts, req, res);
      if (!visit) return;
      const { frame, link } = visit;
      const page = feedbackThanksPage({
        ...frame,
        path: `${frame.path}/thanks`,
        formPath: frame.path,
      });
      sendPage(res, page, { locale: frame.locale, isEmbedded: link.channel === 'web_embed' });
    },
  };
}

/** Finds out what the address leads to; answers by itself when there is no form behind it. */
async function begin(
  { contextFor, links }: FeedbackParts,
  req: Request,
  res: Response,
): Promise<Visit | undefined> {
  const known = await contextFor({
    viewer: anonymousViewer,
    requestId: String(res.locals['requestId'] ?? randomId()),
  });
  const locale = localeOf(req, known.organisation.defaultLocale);
  const ctx: Context = { ...known, locale };
  const token = req.params['token'] ?? '';
  const frame = {
    locale,
    organisation: locale === 'zh' ? ctx.organisation.nameZh : ctx.organisation.nameEn,
    path: `/f/${encodeURIComponent(token)}`,
  };
  const link = await links.find(ctx, token);
  if (link?.isActive) return { ctx, frame, link };
  const notice = noticePage(frame, link ? 'inactive' : 'unknown');
  sendPage(res, notice, { locale, status: link ? 410 : 404 });
  return undefined;
}

function sendForm(
  res: Response,
  { frame, link }: Visit,
  form: {
    submissionKey: string;
    values?: Record<string, string>;
    problems?: Parameters<typeof feedbackPage>[0]['problems'];
  },
): void {
  const page = feedbackPage({
    ...frame,
    scriptPath,
    touchpoint: link.touchpointName[frame.locale],
    questions: link.questions,
    submissionKey: form.submissionKey || randomId(),
    isKiosk: link.channel === 'kiosk',
    values: form.values ?? {},
    problems: form.problems ?? [],
  });
  sendPage(res, page, {
    locale: frame.locale,
    status: form.problems ? 422 : 200,
    isEmbedded: link.channel === 'web_embed',
  });
}
