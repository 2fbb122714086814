import { Conflict, InvalidInput, NotFound } from '../../platform/errors';
import { textOf } from '../../universal/text';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { loadMetricFacts } from './indicator-source';
import { templateMessages } from './messages';
import { contentOf, type TemplateVersion } from './template';
import { problemsOfTemplate } from './template-problems';
import { findNewestVersionId, findTemplateVersion, markPublished } from './template-store';

/** Publishes the draft: cycles can use it, and it never changes again. */
export const publishTemplate = audited(
  'review_template.publish',
  async (ctx: Context, { templateId }: { templateId: string }): Promise<TemplateVersion> => {
    authorise(ctx.viewer, 'update', 'ReviewTemplate');
    const versionId = await findNewestVersionId(ctx.db, templateId);
    const draft = versionId && (await findTemplateVersion(ctx.db, versionId, { lock: true }));
    if (!draft) throw new NotFound();
    if (draft.publishedAt) throw new Conflict(textOf(templateMessages, 'alreadyPublished'));
    // A metric may have lost its certification since the draft was saved.
    const fields = problemsOfTemplate(contentOf(draft), await loadMetricFacts(ctx));
    if (fields.length > 0) throw new InvalidInput(fields);
    const by = ctx.viewer.kind === 'signed-in' ? ctx.viewer.userAccountId : null;
    await markPublished(ctx.db, { versionId: draft.versionId, by, at: ctx.clock.now() });
    return (await findTemplateVersion(ctx.db, draft.versionId))!;
  },
  (_input, { templateId, versionId, version }) => ({
    subjectType: 'ReviewTemplate',
    subjectId: templateId,
    details: { versionId, version },
  }),
);
