import { DateTime } from 'luxon';
import { departmentByCode } from './demo-directory';
import type { SeedContext } from './seed-context';

/** What every department should reach, by metric, and how much the target was raised a year later. */
const COMMON_TARGETS = [
  { metricKey: 'nps', target: 30, raisedBy: 5 },
  { metricKey: 'csat', target: 75, raisedBy: 3 },
  { metricKey: 'ces', target: 5, raisedBy: 0.2 },
  { metricKey: 'response_rate', target: 20, raisedBy: 2 },
] as const;

/** Divisions whose customers come in easier or harder moments have an NPS target of their own. */
const DIVISION_NPS: Readonly<Record<string, number>> = {
  STORES: 8,
  ONLINE: 3,
  DELIVERY: 2,
  SERVICE: -8,
};

/** Targets of two years and owners of the metrics. */
export async function seedAnalytics({
  db,
  directory,
  now,
  random,
  report,
}: SeedContext): Promise<void> {
  const ids = random('scorecard targets');
  const today = DateTime.fromJSDate(now, { zone: directory.timeZone });
  const years = [today.minus({ years: 2 }).startOf('year'), today.startOf('year')];
  const rows = years.flatMap((year, index) =>
    COMMON_TARGETS.flatMap(({ metricKey, target, raisedBy }) => {
      const common = target + index * raisedBy;
      const of = (departmentId: string | null, value: number) => ({
        scorecard_target_id: ids.uuidAt(now),
        metric_key: metricKey,
        department_id: departmentId,
        target: value,
        effective_on: year.toISODate()!,
      });
      if (metricKey !== 'nps') return [of(null, common)];
      const own = Object.entries(DIVISION_NPS).map(([code, more]) =>
        of(departmentByCode(directory, code).id, common + more),
      );
      return [of(null, common), ...own];
    }),
  );
  await db.insertInto('scorecard_target').values(rows).execute();

  const owner = departmentByCode(directory, 'HO-INSIGHT');
  await db.updateTable('metric').set({ owner_department_id: owner.id }).execute();
  report(`${rows.length} targets`);
}
