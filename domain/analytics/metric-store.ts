import { type Db } from '../../platform/db';
import type { Metric } from './metric';

const nullableNumber = (value: string | number | null) => (value === null ? null : Number(value));

/** Metrics at their newest version in the order of the catalogue; only the given ones when keys are given. */
export async function selectMetrics(db: Db, keys?: readonly string[]): Promise<Metric[]> {
  const rows = await db
    .selectFrom('metric')
    .innerJoin('metric_version', 'metric_version.metric_key', 'metric.metric_key')
    .distinctOn(['metric.position', 'metric.metric_key'])
    .selectAll('metric_version')
    .select(['metric.name_en', 'metric.name_zh', 'metric.owner_department_id'])
    .$if(keys !== undefined, (query) => query.where('metric.metric_key', 'in', [...(keys ?? [])]))
    .orderBy('metric.position')
    .orderBy('metric.metric_key')
    .orderBy('metric_version.version', 'desc')
    .execute();
  return rows.map((row) => ({
    key: row.metric_key,
    name: { en: row.name_en, zh: row.name_zh },
    formula: { en: row.formula_en, zh: row.formula_zh },
    unit: row.unit as Metric['unit'],
    direction: row.direction as Metric['direction'],
    grain: row.grain as Metric['grain'],
    ownerDepartmentId: row.owner_department_id,
    version: row.version,
    status: row.status as Metric['status'],
    isAdditive: row.is_additive,
    lowestLevel: row.lowest_level as Metric['lowestLevel'],
    minimumN: row.minimum_n,
    scaleMinimum: nullableNumber(row.scale_minimum),
    scaleMaximum: nullableNumber(row.scale_maximum),
    effectiveOn: row.effective_on,
  }));
}
