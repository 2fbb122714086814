import { authorise } from '../access';
import type { Context } from '../context';
import { selectTemplates, type TemplateSummary } from './template-store';

/** Review templates, the one changed last first. */
export function listTemplates(
  ctx: Context,
  options: { search?: string; limit: number; offset: number },
): Promise<TemplateSummary[]> {
  authorise(ctx.viewer, 'read', 'ReviewTemplate');
  return selectTemplates(ctx.db, options);
}
