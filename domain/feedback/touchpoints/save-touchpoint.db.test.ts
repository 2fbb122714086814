import { describe, expect, it } from 'vitest';
import { ChangedMeanwhile } from '../../../platform/revision';
import { testContext } from '../../../test/harness/test-context';
import { useDatabase } from '../../../test/harness/use-database';
import { anonymousViewer, systemViewer } from '../../access';
import { createDepartment } from '../../organisation';
import { archiveTouchpoint } from './archive-touchpoint';
import { listJourneys, listTouchpoints } from './list-touchpoints';
import { saveJourney } from './save-journey';
import { saveTouchpoint } from './save-touchpoint';
import { journeyRevision, touchpointRevision } from './touchpoint';

const database = useDatabase();

async function setUp() {
  const ctx = testContext(database.db, systemViewer);
  const root = await createDepartment(ctx, {
    code: 'ROOT',
    nameEn: 'All',
    nameZh: '全部',
    parentDepartmentId: null,
  });
  const visit = {
    touchpointId: null,
    stageId: null,
    code: 'VISIT',
    nameEn: 'Visit',
    nameZh: '到店',
    ownerDepartmentId: root.departmentId,
  };
  return { ctx, visit };
}

describe('touchpoints', () => {
  it('stand in a stage of a journey, have an owner and can be changed', async () => {
    const { ctx, visit } = await setUp();
    await saveJourney(ctx, { journeyId: null, nameEn: 'Buying', nameZh: '购买' });
    const [journey] = await listJourneys(ctx);
    expect(journey?.stages.map(({ kind }) => kind)).toEqual(['before', 'during', 'after']);
    const touchpointId = await saveTouchpoint(ctx, visit);
    const [opened] = await listTouchpoints(ctx);
    await saveTouchpoint(ctx, {
      ...visit,
      touchpointId,
      revision: touchpointRevision(opened!),
      stageId: journey!.stages[1]!.stageId,
      nameEn: 'Shop visit',
    });
    expect(await listTouchpoints(ctx)).toMatchObject([
      { touchpointId, nameEn: 'Shop visit', stageId: journey!.stages[1]!.stageId },
    ]);
  });

  it('refuse a code that is taken and a department that is not there, by field', async () => {
    const { ctx, visit } = await setUp();
    await saveTouchpoint(ctx, visit);
    const unknown = '01a1f000-0000-7000-8000-0000000000ff';
    await expect(
      saveTouchpoint(ctx, { ...visit, ownerDepartmentId: unknown }),
    ).rejects.toMatchObject({
      fields: [{ path: ['code'] }, { path: ['ownerDepartmentId'] }],
    });
  });

  it('and journeys in two windows keep what the second has not seen', async () => {
    const { ctx, visit } = await setUp();
    const names = { nameEn: 'Buying', nameZh: '购买' };
    const journeyId = await saveJourney(ctx, { journeyId: null, ...names });
    const touchpointId = await saveTouchpoint(ctx, visit);
    const [[journey], [touchpoint]] = [await listJourneys(ctx), await listTouchpoints(ctx)];
    const saves = (nameEn: string) => [
      () => saveJourney(ctx, { ...names, journeyId, nameEn, revision: journeyRevision(journey!) }),
      () =>
        saveTouchpoint(ctx, {
          ...visit,
          touchpointId,
          nameEn,
          revision: touchpointRevision(touchpoint!),
        }),
    ];
    for (const save of saves('First')) await save();
    for (const save of saves('Second')) await expect(save()).rejects.toThrow(ChangedMeanwhile);
    expect(await listJourneys(ctx)).toMatchObject([{ nameEn: 'First' }]);
    expect(await listTouchpoints(ctx)).toMatchObject([{ nameEn: 'First' }]);
  });

  it('go out of use and come back', async () => {
    const { ctx, visit } = await setUp();
    const touchpointId = await saveTouchpoint(ctx, visit);
    await archiveTouchpoint(ctx, { touchpointId, isArchived: true });
    expect(await listTouchpoints(ctx)).toEqual([]);
    await archiveTouchpoint(ctx, { touchpointId, isArchived: false });
    expect(await listTouchpoints(ctx)).toHaveLength(1);
  });

  it('cannot be changed, or seen, by a stranger', async () => {
    const { ctx, visit } = await setUp();
    const stranger = { ...ctx, viewer: anonymousViewer };
    await expect(saveTouchpoint(stranger, visit)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(listTouchpoints(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
