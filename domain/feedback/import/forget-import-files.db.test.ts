import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { importFile, uploadFile, work } from '../../../test/factories/feedback-import';
import { testContext, testToday } from '../../../test/harness/test-context';
import { useDatabase } from '../../../test/harness/use-database';
import type { ColumnMapping } from '../../../universal/feedback/import-mapping';
import { systemViewer } from '../../access';
import type { Context } from '../../context';
import { createDepartment } from '../../organisation';
import { feedbackJobs } from '../jobs';
import { fileRetentionDays, forgetImportFiles } from './forget-import-files';
import { getImport, listRejectedRows } from './get-import';
import { mapColumns } from './map-columns';
import { rejectedRowsReport } from './rejected-rows-report';

const database = useDatabase();
const content =
  'service,date,score,comment\nShop,2026-03-01,4,fine\nShop,2026-03-02,9,off the scale\n';

const product = (): Context => testContext(database.db, systemViewer);

async function aFinishedImport(): Promise<{ importId: string; fileKey: string }> {
  const root = await createDepartment(product(), {
    code: 'ROOT',
    nameEn: 'All',
    nameZh: '全部',
    parentDepartmentId: null,
  });
  const { feedbackImportId: importId, fileKey } = await importFile(product(), content, {
    columns: { scores: [{ column: 'score', metric: 'csat', best: 'highest' }] },
    createUnderId: root.departmentId,
  });
  return { importId, fileKey: fileKey! };
}

/** An import whose file waits to be read by a job. */
async function aRunningImport(): Promise<{ importId: string; fileKey: string }> {
  const importId = await uploadFile(product(), content);
  const { guess, fileKey } = await getImport(product(), { importId });
  const { dates: _, ...columns } = guess;
  await mapColumns(product(), { importId, mapping: columns as ColumnMapping });
  return { importId, fileKey: fileKey! };
}

async function isKept(fileKey: string): Promise<boolean> {
  const content = await product()
    .storage.get(fileKey)
    .catch(() => undefined);
  content?.destroy();
  return content !== undefined;
}

/** The job of the night so many days after everything was uploaded. */
const forgetAfter = (days: number) =>
  forgetImportFiles(product(), { asOf: DateTime.fromJSDate(testToday).plus({ days }).toJSDate() });

describe('forgetting what was uploaded', () => {
  it('removes an old file with its refused rows and its sample, and keeps the counts', async () => {
    const { importId, fileKey } = await aFinishedImport();
    expect(await isKept(fileKey)).toBe(true);
    expect(await listRejectedRows(product(), { importId, limit: 10 })).toHaveLength(1);
    await forgetAfter(fileRetentionDays + 1);
    expect(await isKept(fileKey)).toBe(false);
    expect(await listRejectedRows(product(), { importId, limit: 10 })).toEqual([]);
    expect(await getImport(product(), { importId })).toMatchObject({
      status: 'done',
      fileKey: null,
      sample: [],
      rowsRead: 2,
      rowsStored: 1,
      rowsRejected: 1,
    });
  });

  it('keeps a young file for repair', async () => {
    const { importId, fileKey } = await aFinishedImport();
    await forgetAfter(fileRetentionDays);
    expect(await isKept(fileKey)).toBe(true);
    const { sample } = await getImport(product(), { importId });
    expect(sample).toHaveLength(2);
    const report = await rejectedRowsReport(product(), { importId });
    let text = '';
    for await (const part of report.content) text += part;
    expect(text).toContain('off the scale');
  });

  it('leaves an old file alone while it is read, and takes it the night after', async () => {
    const { importId, fileKey } = await aRunningImport();
    await forgetAfter(fileRetentionDays + 1);
    expect(await isKept(fileKey)).toBe(true);
    expect(await work(product(), importId)).toMatchObject({ status: 'profiled', rowsRead: 2 });
    await forgetAfter(fileRetentionDays + 1);
    expect(await isKept(fileKey)).toBe(false);
  });

  it('changes nothing the second time, nor for an old file that is gone from the storage already', async () => {
    const { importId, fileKey } = await aFinishedImport();
    await product().storage.remove(fileKey);
    await forgetAfter(fileRetentionDays + 1);
    const forgotten = await getImport(product(), { importId });
    expect(forgotten.fileKey).toBeNull();
    await forgetAfter(fileRetentionDays + 1);
    expect(await getImport(product(), { importId })).toEqual(forgotten);
  });

  it('happens every night', () => {
    const job = feedbackJobs.find(({ name }) => name === 'feedback.forget-import-files');
    expect(job?.cron?.match).toBe('40 2 * * *');
  });
});
