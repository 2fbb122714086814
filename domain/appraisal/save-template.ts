import { Conflict, InvalidInput, NotFound } from '../../platform/errors';
import { ChangedMeanwhile } from '../../platform/revision';
import { textOf } from '../../universal/text';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { loadMetricFacts } from './indicator-source';
import { templateMessages } from './messages';
import {
  type IndicatorInput,
  type IndicatorRule,
  type TemplateContent,
  type TemplateInput,
  type TemplateVersion,
} from './template';
import { type MetricFacts, type MetricsByKey, problemsOfTemplate } from './template-problems';
import {
  findNewestVersionId,
  findTemplateVersion,
  insertDraft,
  insertTemplate,
  replaceDraft,
} from './template-store';

export interface SaveTemplateInput {
  /** Absent for a new template. */
  templateId: string | null;
  /** The revision that the editor was opened with, so that nobody overwrites what they have not seen; null for a new one. */
  revision: number | null;
  content: TemplateInput;
}

/**
 * Saves the draft of a template. Refuses with every problem at once, so nothing is stored whose weights do not total
 * 100 %; refuses a published version and one that somebody else saved meanwhile.
 */
export const saveTemplate = audited(
  'review_template.save',
  async (ctx: Context, input: SaveTemplateInput): Promise<TemplateVersion> => {
    authorise(ctx.viewer, 'update', 'ReviewTemplate');
    const metrics = await loadMetricFacts(ctx);
    const content = {
      ...input.content,
      indicators: input.content.indicators.map((rule) => ruleOf(rule, metrics.get(rule.metricKey))),
    };
    const fields = problemsOfTemplate(content, metrics);
    if (fields.length > 0) throw new InvalidInput(fields);
    const versionId = input.templateId
      ? await replaceNewest(ctx, { ...input, templateId: input.templateId, content, metrics })
      : await createFirst(ctx, content, metrics);
    return (await findTemplateVersion(ctx.db, versionId))!;
  },
  (_input, { templateId, versionId, revision }) => ({
    subjectType: 'ReviewTemplate',
    subjectId: templateId,
    details: { versionId, revision },
  }),
);

async function createFirst(
  ctx: Context,
  content: TemplateContent,
  metrics: MetricsByKey,
): Promise<string> {
  const at = ctx.clock.now();
  const createdBy = ctx.viewer.kind === 'signed-in' ? ctx.viewer.userAccountId : null;
  const templateId = await insertTemplate(ctx.db, { createdBy, at });
  return insertDraft(ctx.db, { templateId, version: 1, content, at }, metrics);
}

async function replaceNewest(
  ctx: Context,
  input: {
    templateId: string;
    revision: number | null;
    content: TemplateContent;
    metrics: MetricsByKey;
  },
): Promise<string> {
  const versionId = await findNewestVersionId(ctx.db, input.templateId);
  const current = versionId && (await findTemplateVersion(ctx.db, versionId, { lock: true }));
  if (!current) throw new NotFound();
  if (current.publishedAt) throw new Conflict(textOf(templateMessages, 'alreadyPublished'));
  if (input.revision !== current.revision) throw new ChangedMeanwhile();
  await replaceDraft(
    ctx.db,
    { versionId: current.versionId, content: input.content, at: ctx.clock.now() },
    input.metrics,
  );
  return current.versionId;
}

/** The rule with the direction of its metric; of an unknown metric, which is refused anyway, any direction. */
export function ruleOf(
  { threshold, target, stretch, ...rule }: IndicatorInput,
  metric: MetricFacts | undefined,
): IndicatorRule {
  return {
    ...rule,
    bands: { direction: metric?.direction ?? 'higher', threshold, target, stretch },
  };
}
