import { type Kysely, sql } from 'kysely';

/**
 * The satisfaction rate is the CSAT by another name: both count answers of 4 and 5. Its next version is retired, so
 * that nothing new is built on it; what was counted by version 1 stays what it was.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into metric_version (metric_key, version, formula_en, formula_zh, unit, direction, grain, is_additive,
      lowest_level, minimum_n, scale_minimum, scale_maximum, status, effective_on)
    select metric_key, version + 1,
      'Retired: the same as CSAT, which takes its place. ' || formula_en,
      '已停用：与 CSAT 相同，请使用 CSAT。' || formula_zh,
      unit, direction, grain, is_additive, lowest_level, minimum_n, scale_minimum, scale_maximum, 'retired', '2026-11-25'
    from metric_version
    where metric_key = 'satisfaction_rate'
    order by version desc limit 1`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    delete from metric_version where metric_key = 'satisfaction_rate' and status = 'retired'`.execute(
    db,
  );
}
