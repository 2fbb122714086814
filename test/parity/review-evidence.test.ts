import { describe, expect, it } from 'vitest';
import { systemViewer } from '../../domain/access';
import { measureIndicator } from '../../domain/appraisal';
import { testContext, testOrganisation } from '../harness/test-context';
import { TIME_ZONE, useSemanticDatabase } from './semantic-database';

const semantic = useSemanticDatabase({ template: 'template_seeded' });

describe('the evidence in the demo organisation’s reviews', () => {
  it('is what the semantic layer says, made from the same responses', async () => {
    const { db } = semantic.database;
    const ctx = testContext(db, systemViewer, {
      organisation: { ...testOrganisation, timeZone: TIME_ZONE },
      semantic: semantic.withRollups,
    });
    const frozen = await db
      .selectFrom('review_evidence')
      .select(['metric_key', 'department_id', 'period_from', 'period_to', 'value', 'n'])
      .select(['interval_low', 'interval_high', 'response_count', 'response_hash', 'target'])
      .select(['counted_value', 'population_mean', 'prior_weight'])
      .distinct()
      .execute();
    expect(frozen.length).toBeGreaterThan(5);
    for (const evidence of frozen) {
      const measured = await measureIndicator(ctx, {
        metricKey: evidence.metric_key,
        departmentIds: [evidence.department_id],
        period: { startOn: evidence.period_from, endOn: evidence.period_to },
      });
      const now = measured.of(evidence.department_id);
      const { responseCount, responseHash } = measured.fingerprintOf(evidence.department_id);
      expect({ n: now.n, responseCount, responseHash }).toEqual({
        n: evidence.n,
        responseCount: evidence.response_count,
        responseHash: evidence.response_hash,
      });
      expect(now.value).toBeCloseTo(evidence.value ?? Number.NaN, 8);
      expect(now.interval?.low).toBeCloseTo(evidence.interval_low ?? Number.NaN, 8);
      expect(responseCount).toBe(now.n);
      expect(now.counted?.value).toBeCloseTo(evidence.counted_value ?? Number.NaN, 8);
      expect(now.counted?.population.mean).toBeCloseTo(evidence.population_mean ?? Number.NaN, 8);
      expect(now.counted?.population.priorWeight).toBeCloseTo(
        evidence.prior_weight ?? Number.NaN,
        6,
      );
      expect(now.scorecardTarget).toBe(evidence.target);
    }
  });
});
