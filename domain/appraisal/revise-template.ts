import { Conflict, NotFound } from '../../platform/errors';
import { textOf } from '../../universal/text';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { loadMetricFactsEver } from './indicator-source';
import { templateMessages } from './messages';
import { contentOf, type TemplateVersion } from './template';
import { findNewestVersionId, findTemplateVersion, insertDraft } from './template-store';

/** Starts the next version of a published template as a draft with the same content. */
export const reviseTemplate = audited(
  'review_template.revise',
  async (ctx: Context, { templateId }: { templateId: string }): Promise<TemplateVersion> => {
    authorise(ctx.viewer, 'update', 'ReviewTemplate');
    const versionId = await findNewestVersionId(ctx.db, templateId);
    const newest = versionId && (await findTemplateVersion(ctx.db, versionId, { lock: true }));
    if (!newest) throw new NotFound();
    if (!newest.publishedAt) throw new Conflict(textOf(templateMessages, 'draftExists'));
    const draftId = await insertDraft(
      ctx.db,
      { templateId, version: newest.version + 1, content: contentOf(newest), at: ctx.clock.now() },
      await loadMetricFactsEver(ctx),
    );
    return (await findTemplateVersion(ctx.db, draftId))!;
  },
  (_input, { templateId, versionId, version }) => ({
    subjectType: 'ReviewTemplate',
    subjectId: templateId,
    details: { versionId, version },
  }),
);
