import { NotFound } from '../../platform/errors';
import { authorise } from '../access';
import type { Context } from '../context';
import type { TemplateVersion } from './template';
import { findNewestVersionId, findTemplateVersion } from './template-store';

/** The newest version of a template: the draft when there is one, else what is published. */
export async function getTemplate(
  ctx: Context,
  { templateId }: { templateId: string },
): Promise<TemplateVersion> {
  authorise(ctx.viewer, 'read', 'ReviewTemplate');
  const versionId = await findNewestVersionId(ctx.db, templateId);
  const template = versionId && (await findTemplateVersion(ctx.db, versionId));
  if (!template) throw new NotFound();
  return template;
}
