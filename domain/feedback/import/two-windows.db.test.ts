import { describe, expect, it } from 'vitest';
import { ChangedMeanwhile } from '../../../platform/revision';
import { aDepartment } from '../../../test/factories/organisation';
import { check, uploadFile, work } from '../../../test/factories/feedback-import';
import { testContext } from '../../../test/harness/test-context';
import { useDatabase } from '../../../test/harness/use-database';
import type { ColumnMapping } from '../../../universal/feedback/import-mapping';
import { systemViewer } from '../../access';
import { chooseEncoding } from './choose-encoding';
import { commitImport } from './commit-import';
import { getImport } from './get-import';
import { mapColumns } from './map-columns';
import { matchDepartments } from './match-departments';
import { importRevision } from './unchanged-import';

const database = useDatabase();
const content = 'shop,area,day,score\nCamden,North,2026-03-02,9\nWhitby,North,2026-03-03,2\n';

const columns = (department: string): ColumnMapping => ({
  department: [department],
  date: 'day',
  dateOrder: 'ymd',
  scores: [{ column: 'score', metric: 'nps', best: 'highest' }],
  comment: null,
  rowId: null,
  respondent: null,
  touchpoint: null,
  channel: null,
  defaultTouchpointId: null,
});

async function setUp() {
  const ctx = testContext(database.db, systemViewer);
  const createUnderId = await aDepartment(database.db);
  const importId = await uploadFile(ctx, content);
  const stored = () => getImport(ctx, { importId });
  const revision = async () => importRevision(await stored());
  return { ctx, createUnderId, importId, stored, revision };
}

describe('two windows with an import', () => {
  it('say which column is what only over what the second has seen', async () => {
    const { ctx, importId, stored, revision } = await setUp();
    const seen = await revision();
    await mapColumns(ctx, { importId, mapping: columns('shop'), revision: seen });
    await work(ctx, importId);
    const second = { importId, mapping: columns('area') };
    await expect(mapColumns(ctx, { ...second, revision: seen })).rejects.toThrow(ChangedMeanwhile);
    await expect(
      chooseEncoding(ctx, { importId, encoding: 'windows-1252', revision: seen }),
    ).rejects.toThrow(ChangedMeanwhile);
    expect((await stored()).mapping?.columns.department).toEqual(['shop']);
    await mapColumns(ctx, { ...second, revision: await revision() });
    expect((await stored()).mapping?.columns.department).toEqual(['area']);
  });

  it('say what each department is only over what the second has seen', async () => {
    const { ctx, createUnderId, importId, stored, revision } = await setUp();
    await mapColumns(ctx, { importId, mapping: columns('shop') });
    await work(ctx, importId);
    const seen = await revision();
    const choose = (action: 'create' | 'skip') =>
      matchDepartments(ctx, {
        importId,
        departments: [
          { path: ['Camden'], action },
          { path: ['Whitby'], action },
        ],
        createUnderId,
        mappingName: null,
        revision: seen,
      });
    await choose('create');
    await work(ctx, importId);
    await expect(choose('skip')).rejects.toThrow(ChangedMeanwhile);
    expect((await stored()).mapping?.departments.map(({ action }) => action)).toEqual([
      'create',
      'create',
    ]);
  });

  it('store only the dry run that was read', async () => {
    const { ctx, createUnderId, importId, stored, revision } = await setUp();
    await check(ctx, importId, { columns: columns('shop'), createUnderId });
    const seen = await revision();
    await check(ctx, importId, { columns: columns('area'), createUnderId });
    await expect(commitImport(ctx, { importId, revision: seen })).rejects.toThrow(ChangedMeanwhile);
    expect((await stored()).status).toBe('checked');
    await commitImport(ctx, { importId, revision: await revision() });
    expect((await work(ctx, importId)).rowsStored).toBe(2);
  });
});
