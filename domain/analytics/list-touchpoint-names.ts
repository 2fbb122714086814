import { authorise, securityContextOf } from '../access';
import type { Context } from '../context';
import type { Text } from '../../universal/text';

/** Names of all touchpoints by id, as the semantic layer knows them. */
export async function listTouchpointNames(ctx: Context): Promise<Map<string, Text>> {
  authorise(ctx.viewer, 'read', 'Scorecard');
  const member = (name: string) => `touchpoint_directory.${name}`;
  const rows = await ctx.semantic.load(
    {
      measures: [],
      dimensions: ['touchpoint_id', 'name_en', 'name_zh'].map(member),
      timezone: ctx.organisation.timeZone,
    },
    securityContextOf(ctx.viewer, ctx.organisation.organisationId),
  );
  return new Map(
    rows.map((row) => [
      String(row[member('touchpoint_id')]),
      { en: String(row[member('name_en')]), zh: String(row[member('name_zh')]) },
    ]),
  );
}
