import type { Db } from '../../../platform/db';

/** Touchpoints by what a file may call them: the code or a name in either language, in lower case. */
export async function selectTouchpointNames(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('touchpoint')
    .select(['touchpoint_id', 'code', 'name_en', 'name_zh'])
    .where('archived_at', 'is', null)
    .execute();
  return new Map(
    rows.flatMap((row) =>
      [row.name_en, row.name_zh, row.code].map(
        (name) => [name.toLowerCase(), row.touchpoint_id] as const,
      ),
    ),
  );
}
