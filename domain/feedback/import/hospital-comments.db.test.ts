import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../test/factories/feedback-import';
import { testContext } from '../../../test/harness/test-context';
import { useDatabase } from '../../../test/harness/use-database';
import { projectRoot } from '../../../platform/project-root';
import { systemViewer } from '../../access';
import { createDepartment } from '../../organisation';

const path = join(projectRoot, '../shared/data/en_nhs_patient_comments/comments_v6.csv');
const isThere = existsSync(path);
const database = useDatabase();

interface Row {
  service: string;
  fft_score: string;
}

function countByHand(
  content: string,
): Map<string, { rows: number; scored: number; satisfied: number }> {
  const counts = new Map<string, { rows: number; scored: number; satisfied: number }>();
  for (const { service, fft_score: score } of parse<Row>(content, { columns: true })) {
    if (service === '') continue;
    const count = counts.get(service) ?? { rows: 0, scored: 0, satisfied: 0 };
    count.rows++;
    if (score !== '') count.scored++;
    if (score === '1' || score === '2') count.satisfied++;
    counts.set(service, count);
  }
  return counts;
}

describe(`importing the public hospital comments${isThere ? '' : ' (skipped: the file is not on this machine)'}`, () => {
  it.skipIf(!isThere)(
    'gives every service the count and the share that a count by hand gives, and nothing new the second time',
    async () => {
      const content = readFileSync(path, 'utf8');
      const ctx = testContext(database.db, systemViewer);
      const root = await createDepartment(ctx, {
        code: 'ROOT',
        nameEn: 'All',
        nameZh: '全部',
        parentDepartmentId: null,
      });
      const done = await importFile(ctx, content, { createUnderId: root.departmentId });
      expect(done).toMatchObject({
        status: 'done',
        rowsRead: 5194,
        rowsStored: 5194,
        rowsRejected: 0,
      });

      const stored = async () => {
        const { rows } = await sql<{
          service: string;
          rows: number;
          scored: number;
          satisfied: number;
        }>`
          select d.name_en as service, count(*) as rows, count(csat_score) as scored,
                 count(*) filter (where csat_score >= 4) as satisfied
          from department d join department_closure c on c.ancestor_id = d.department_id
          join feedback f on f.department_id = c.descendant_id
          where exists (select from department_closure up where up.descendant_id = d.department_id and depth = 2)
            and not exists (select from department_closure up where up.descendant_id = d.department_id and depth = 3)
          group by 1`.execute(ctx.db);
        return new Map(rows.map(({ service, ...counts }) => [service, counts]));
      };
      const byHand = countByHand(content);
      expect(byHand.size).toBe(7);
      expect(await stored()).toEqual(byHand);

      const again = await importFile(ctx, content, { createUnderId: root.departmentId });
      expect(again).toMatchObject({ status: 'done', rowsStored: 0, rowsUnchanged: 5194 });
      expect(await stored()).toEqual(byHand);
    },
    60_000,
  );
});
