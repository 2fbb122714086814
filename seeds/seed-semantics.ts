import { sql } from 'kysely';
import { systemViewer } from '../domain/access';
import type { IndicatorContext } from '../domain/analytics';
import type { Db } from '../platform/db';
import type { SemanticLayer, SemanticRow } from '../platform/semantic';
import type { SeedContext } from './seed-context';

/**
 * Answers the questions of reviews from the rows of one transaction. The semantic layer reads what is committed, so
 * it cannot see the demo organisation while it is made; a parity test proves that these sums are its own.
 */
export function sqlSemantics(db: Db): Pick<SemanticLayer, 'load'> {
  return {
    async load({ timeDimensions = [], timezone }) {
      const [from, to] = timeDimensions[0]!.dateRange;
      const { rows } = await sql<Record<string, string | number | null>>`
        select scorecard_department_id as department_id,
          count(nps_score)::int as nps_n,
          count(*) filter (where nps_score >= 9)::int as promoters,
          count(*) filter (where nps_score in (7, 8))::int as passives,
          count(*) filter (where nps_score <= 6)::int as detractors,
          (100.0 * (count(*) filter (where nps_score >= 9) - count(*) filter (where nps_score <= 6))
            / nullif(count(nps_score), 0))::float8 as nps,
          count(csat_score)::int as csat_n,
          count(*) filter (where csat_score >= 4)::int as csat_top_two,
          (100.0 * count(*) filter (where csat_score >= 4) / nullif(count(csat_score), 0))::float8 as csat_percent
        from mart.department_feedback
        where occurred_at >= (${from}::text::date)::timestamp at time zone ${timezone}::text
          and occurred_at < (${to}::text::date + 1)::timestamp at time zone ${timezone}::text
        group by scorecard_department_id`.execute(db);
      return rows.map(named);
    },
  };
}

function named(row: Record<string, string | number | null>): SemanticRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [`department_scorecard.${name}`, value]),
  );
}

/** What it takes to measure an indicator while the demo organisation is being made. */
export function seedIndicatorContext(seed: SeedContext): IndicatorContext {
  const { organisationId, timeZone } = seed.directory;
  return {
    db: seed.db,
    viewer: systemViewer,
    organisation: { organisationId, timeZone },
    semantic: sqlSemantics(seed.db),
  };
}
