import type { Request, Response } from 'express';
import { anonymousViewer } from '../../domain/access';
import type { Context } from '../../domain/context';
import { submitFeedback } from '../../domain/feedback';
import type { LinkCache, LinkedSurvey } from '../../domain/surveys';
import { randomId } from '../../platform/ids';
import { feedbackPage, feedbackThanksPage, noticePage, type PageFrame } from '../../respondent';
import type { ContextMaker } from '../context';
import type { Locale } from '../../universal/text';
import { leadTo } from '../lead-to';
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
  const freshForms = createFreshForms();
  return {
    show: async (req: Request, res: Response) => {
      const visit = await begin(parts, req, res);
      if (visit) send(res, visit, freshForms.withKey(visit, randomId()));
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
      if (outcome.ok) leadTo(res, `${frame.path}/thanks?lang=${frame.locale}`);
      else {
        const form = { submissionKey, values: submitted, problems: outcome.problems };
        send(res, visit, formPage(visit, form), 422);
      }
    },
    thank: async (req: Request, res: Response) => {
      const visit = await begin(parts, req, res);
      if (!visit) return;
      const { frame } = visit;
      const page = { ...frame, path: `${frame.path}/thanks`, formPath: frame.path };
      send(res, visit, feedbackThanksPage(page));
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
  const notice = noticePage(frame, link ? 'inactive' : 'unknown', { typed: fieldsOf(req) });
  sendPage(res, notice, { locale, status: link ? 410 : 404 });
  return undefined;
}

/**
 * Forms that nothing was entered in yet. Such a form differs from the next only in its key, so the rest is made once
 * for each language, for as long as the link is remembered.
 */
function createFreshForms() {
  const made = new WeakMap<LinkedSurvey, Map<Locale, readonly string[]>>();
  const mark = randomId();
  return {
    withKey(visit: Visit, submissionKey: string): string {
      const { link, frame } = visit;
      const ofLink = made.get(link) ?? new Map<Locale, readonly string[]>();
      const around =
        ofLink.get(frame.locale) ?? formPage(visit, { submissionKey: mark }).split(mark);
      made.set(link, ofLink.set(frame.locale, around));
      return around.join(submissionKey);
    },
  };
}

function formPage(
  { frame, link }: Visit,
  form: {
    submissionKey: string;
    values?: Record<string, string>;
    problems?: Parameters<typeof feedbackPage>[0]['problems'];
  },
): string {
  return feedbackPage({
    ...frame,
    scriptPath,
    touchpoint: link.touchpointName[frame.locale],
    questions: link.questions,
    submissionKey: form.submissionKey || randomId(),
    isKiosk: link.channel === 'kiosk',
    values: form.values ?? {},
    problems: form.problems ?? [],
  });
}

function send(res: Response, { frame, link }: Visit, page: string, status = 200): void {
  const isEmbedded = link.channel === 'web_embed';
  sendPage(res, page, { locale: frame.locale, status, isEmbedded });
}
