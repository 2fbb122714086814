import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { securityContextOf } from '../../domain/access';
import { newId } from '../../platform/ids';
import type { SemanticLayer } from '../../platform/semantic';
import type { OwnDatabase } from '../harness/use-database';
import { TIME_ZONE, useSemanticDatabase } from './semantic-database';
import { aViewer } from '../factories/viewer';

const shop = newId();
const organisation = newId();

const semantic = useSemanticDatabase({ template: 'template_migrated', fill });

async function fill({ sql }: OwnDatabase): Promise<void> {
  await sql`
    insert into department (department_id, code, name_en, name_zh, parent_department_id)
    values (${organisation}, 'ALL', 'All', '全部', null), (${shop}, 'SHOP', 'Shop', '商店', ${organisation})`;
  await sql`
    insert into department_closure (ancestor_id, descendant_id, depth)
    values (${organisation}, ${organisation}, 0), (${shop}, ${shop}, 0), (${organisation}, ${shop}, 1)`;
  await addFeedback(sql, '2026-09-10T10:00:00Z');
}

async function addFeedback(sql: OwnDatabase['sql'], occurredAt: string): Promise<string> {
  const feedbackId = newId();
  await sql`select ensure_month_partition('feedback', ${occurredAt}::timestamptz::date)`;
  await sql`
    insert into feedback (feedback_id, occurred_at, department_id, channel, source, nps_score)
    values (${feedbackId}, ${occurredAt}, ${shop}, 'api', 'survey', 9)`;
  return feedbackId;
}

async function countOf(layer: SemanticLayer, year: number, departmentId = shop): Promise<number> {
  const [row] = await layer.load(
    {
      measures: ['department_scorecard.feedback_count'],
      dimensions: ['department_scorecard.department_id'],
      timeDimensions: [
        {
          dimension: 'department_scorecard.occurred_at',
          granularity: 'year',
          dateRange: [`${year}-01-01`, `${year}-12-31`],
        },
      ],
      filters: [
        {
          member: 'department_scorecard.department_id',
          operator: 'equals',
          values: [departmentId],
        },
      ],
      timezone: TIME_ZONE,
    },
    securityContextOf(aViewer({ roles: ['executive'] }), 'test'),
  );
  return Number(row?.['department_scorecard.feedback_count'] ?? 0);
}

/** Asks again and again; what takes longer than the promised minute fails. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('not seen within 60 seconds');
    await pause(200);
  }
}

describe('the roll-ups', () => {
  it('hold new feedback after a refresh, at every level of the tree', async () => {
    expect(await countOf(semantic.withRollups, 2026)).toBe(1);
    await addFeedback(semantic.database.sql, '2026-10-25T00:30:00Z');
    await semantic.withRollups.refresh();
    expect(await countOf(semantic.withRollups, 2026)).toBe(2);
    expect(await countOf(semantic.withRollups, 2026, organisation)).toBe(2);
  });

  it('take in new feedback by themselves within seconds', async () => {
    const before = await countOf(semantic.withRollups, 2026);
    await addFeedback(semantic.database.sql, '2026-11-02T12:00:00Z');
    const deadline = Date.now() + 20_000;
    while ((await countOf(semantic.withRollups, 2026)) === before && Date.now() < deadline)
      await pause(200);
    expect(await countOf(semantic.withRollups, 2026)).toBe(before + 1);
  });

  it('hold what an import adds a year back', async () => {
    await addFeedback(semantic.database.sql, '2025-10-26T00:59:00Z');
    await until(async () => (await countOf(semantic.withRollups, 2025)) === 1);
  });

  it('hold what a slow transaction commits after a newer change was seen', async () => {
    const { sql } = semantic.database;
    const before = await countOf(semantic.withRollups, 2026);
    const slow = await sql.reserve();
    await slow`begin`;
    await slow`
      insert into feedback (feedback_id, occurred_at, department_id, channel, source)
      values (${newId()}, '2026-10-02T09:00:00Z', ${shop}, 'api', 'survey')`;
    await addFeedback(sql, '2026-10-02T09:00:00Z');
    await semantic.withRollups.refresh();
    await slow`commit`;
    slow.release();
    await semantic.withRollups.refresh();
    expect(await countOf(semantic.withRollups, 2026)).toBe(before + 2);
  });

  it('let go of feedback that is put on hold', async () => {
    const { sql } = semantic.database;
    const before = await countOf(semantic.withRollups, 2026);
    const feedbackId = await addFeedback(sql, '2026-09-08T09:00:00Z');
    await semantic.withRollups.refresh();
    expect(await countOf(semantic.withRollups, 2026)).toBe(before + 1);
    await sql`update feedback set is_held = true, changed_at = now() where feedback_id = ${feedbackId}`;
    await semantic.withRollups.refresh();
    expect(await countOf(semantic.withRollups, 2026)).toBe(before);
  });

  it('let go of old feedback that is deleted', async () => {
    const { sql } = semantic.database;
    const old = await addFeedback(sql, '2024-03-01T00:00:00Z');
    await sql`update feedback set changed_at = now() - interval '1 year' where feedback_id = ${old}`;
    await addFeedback(sql, '2024-03-31T21:00:00Z');
    await until(async () => (await countOf(semantic.withRollups, 2024)) === 2);
    await sql`delete from feedback where feedback_id = ${old}`;
    await until(async () => (await countOf(semantic.withRollups, 2024)) === 1);
  });
});
