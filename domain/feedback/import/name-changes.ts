import type { Context } from '../../context';
import { listDepartmentsById } from '../../organisation';
import { listTouchpointsById } from '../touchpoints';
import type { ChangeSample, ImportChanges } from './feedback-import';

type Named = { nameEn: string; nameZh: string } | null;

/** Samples of what differs, with departments and touchpoints by their names in the reader's language. */
export async function nameChanges(
  ctx: Context,
  { samples }: ImportChanges,
): Promise<ChangeSample[]> {
  const idsOf = (field: ChangeSample['field']) => [
    ...new Set(
      samples.flatMap((sample) =>
        sample.field === field
          ? [sample.before, sample.after].flatMap((id) => (id !== null && isId(id) ? id : []))
          : [],
      ),
    ),
  ];
  const departmentIds = idsOf('department');
  const touchpointIds = idsOf('touchpoint');
  const departments =
    departmentIds.length > 0 ? await listDepartmentsById(ctx, { departmentIds }) : [];
  const touchpoints =
    touchpointIds.length > 0 ? await listTouchpointsById(ctx, { touchpointIds }) : [];
  const nameOf = (found: Named | undefined) =>
    found ? (ctx.locale === 'zh' ? found.nameZh : found.nameEn) : null;
  const names = new Map([
    ...departmentIds.map((id, index) => [id, nameOf(departments[index])] as const),
    ...touchpointIds.map((id, index) => [id, nameOf(touchpoints[index])] as const),
  ]);
  const worded = (value: string | null) =>
    value === null ? null : isId(value) ? (names.get(value) ?? '?') : plannedName(value);
  return samples.map((sample) =>
    sample.field === 'department' || sample.field === 'touchpoint'
      ? { ...sample, before: worded(sample.before), after: worded(sample.after) }
      : sample,
  );
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** A department that storing will create is known by what the file calls it. */
function plannedName(key: string): string {
  return (JSON.parse(key) as string[]).join(' › ');
}
