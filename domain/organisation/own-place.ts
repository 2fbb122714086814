import { Conflict } from '../../platform/errors';
import type { Context } from '../context';
import { hasSecondPerson } from './second-person-store';
import { todayOf } from './today';

/** Where a person works and who reports to them decides what they may read: nobody decides that for themselves. */
export class OwnPlace extends Conflict {
  constructor() {
    super({
      en: 'This would change what you may read yourself, so a second person has to do it: ask another administrator or a colleague in HR.',
      zh: '此操作会改变您本人的查看权限，须由第二人完成：请联系其他管理员或人力资源同事。',
    });
  }
}

interface PlaceChange {
  /** Absent for somebody who is only being added. */
  employeeId?: string;
  managerEmployeeId: string | null;
  /** Who leads the person so far. */
  formerManagerEmployeeId?: string | null;
}

/**
 * Refuses a change with which the viewer would move themselves or become somebody's manager. Allowed while nobody else
 * could make it, as in a new installation. Gives whether the change is about the viewer, for the audit log.
 */
export async function assertNotOwnPlace(ctx: Context, change: PlaceChange): Promise<boolean> {
  const { viewer } = ctx;
  if (viewer.kind !== 'signed-in' || !viewer.employeeId) return false;
  const isOwn =
    change.employeeId === viewer.employeeId ||
    (change.managerEmployeeId === viewer.employeeId &&
      change.formerManagerEmployeeId !== viewer.employeeId);
  if (!isOwn) return false;
  const { userAccountId } = viewer;
  if (await hasSecondPerson(ctx.db, { userAccountId, today: todayOf(ctx) })) throw new OwnPlace();
  return true;
}
