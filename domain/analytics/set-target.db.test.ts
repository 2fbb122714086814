import { beforeEach, describe, expect, it } from 'vitest';
import { NotFound } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { ChangedMeanwhile } from '../../platform/revision';
import { useDatabase } from '../../test/harness/use-database';
import { aViewer } from '../../test/factories/viewer';
import { setTarget } from './set-target';
import { getTargetOfDay } from './target-of-day';
import { selectTargets, targetOn } from './target-store';

const database = useDatabase();
const [shop, other] = [newId(), newId()];
const of = (over: object = {}) => ({
  metricKey: 'nps',
  departmentId: shop as string | null,
  target: 40,
  effectiveOn: '2026-01-01',
  ...over,
});
const analyst = () => database.as(aViewer({ roles: ['analyst'] })).ctx;
const head = () =>
  database.as(aViewer({ roles: ['department_head'], headedDepartmentIds: [shop] })).ctx;

beforeEach(async () => {
  await database.db
    .insertInto('department')
    .values([
      { department_id: shop, code: 'SHOP', name_en: 'Shop', name_zh: '商店' },
      { department_id: other, code: 'OTHER', name_en: 'Other', name_zh: '其他' },
    ])
    .execute();
});

describe('setting a target', () => {
  it('holds from its day on and leaves the past as it was', async () => {
    await setTarget(analyst(), of());
    await setTarget(analyst(), of({ target: 45, effectiveOn: '2026-07-01' }));
    const targets = await selectTargets(database.db, ['nps'], '2026-12-31');
    const on = (day: string) => targetOn(targets, { metricKey: 'nps', departmentId: shop, day });
    expect([on('2025-12-31'), on('2026-06-30'), on('2026-07-01')]).toEqual([null, 40, 45]);
  });

  it('of the department goes before the one for all', async () => {
    await setTarget(analyst(), of({ departmentId: null, target: 30, effectiveOn: '2026-06-01' }));
    await setTarget(analyst(), of());
    const targets = await selectTargets(database.db, ['nps'], '2026-12-31');
    const of2026 = (departmentId: string) =>
      targetOn(targets, { metricKey: 'nps', departmentId, day: '2026-12-31' });
    expect([of2026(shop), of2026(other)]).toEqual([40, 30]);
  });

  it('again for the same day replaces it once that was seen, and is audited each time', async () => {
    await setTarget(analyst(), of());
    const { revision, target } = await getTargetOfDay(analyst(), of());
    expect(target).toBe(40);
    await setTarget(analyst(), of({ target: 50, revision }));
    expect(await selectTargets(database.db, ['nps'], '2026-12-31')).toMatchObject([{ target: 50 }]);
    const entries = await database.db
      .selectFrom('audit_entry')
      .select('details')
      .where('action', '=', 'scorecard_target.set')
      .execute();
    expect(entries).toHaveLength(2);
  });

  it('never replaces what its editor has not seen, and the same target again replaces nothing', async () => {
    const { revision: none } = await getTargetOfDay(analyst(), of());
    await setTarget(analyst(), of({ revision: none }));
    await setTarget(head(), of());
    for (const revision of [none, undefined])
      await expect(setTarget(head(), of({ target: 50, revision }))).rejects.toBeInstanceOf(
        ChangedMeanwhile,
      );
    expect((await getTargetOfDay(head(), of())).target).toBe(40);
  });

  it('tells the target of a day to who may set it only', async () => {
    for (const departmentId of [other, null])
      await expect(getTargetOfDay(head(), of({ departmentId }))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
  });

  it('is up to a head for the departments headed only', async () => {
    await expect(setTarget(head(), of())).resolves.toMatchObject({ target: 40 });
    await expect(setTarget(head(), of({ departmentId: other }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(setTarget(head(), of({ departmentId: null }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is refused for a department that does not exist', async () => {
    const nowhere = of({ departmentId: newId() });
    await expect(setTarget(analyst(), nowhere)).rejects.toBeInstanceOf(NotFound);
  });

  it('is refused for a retired metric', async () => {
    const retired = setTarget(analyst(), of({ metricKey: 'satisfaction_rate', target: 75 }));
    await expect(retired).rejects.toMatchObject({
      fields: [{ path: ['metricKey'], message: { en: expect.stringContaining('retired') } }],
    });
  });

  it('refuses what is off the scale and says what is on it', async () => {
    await expect(setTarget(analyst(), of({ target: 101 }))).rejects.toMatchObject({
      fields: [{ path: ['target'], message: { en: 'Enter a number from -100 to 100.' } }],
    });
  });
});
