import { type Context, inTransaction } from '../context';
import { todayOf } from '../organisation';
import { recordAuditEntry } from '../privacy';
import { deleteAccessLinksOf } from './access-link-store';
import { disableAccount } from './access-store';
import { deleteCredential } from './credential-store';
import { deleteRoleGrantsOf, findLeaversForUpdate } from './leaver-store';
import { deleteSessionsOf } from './session-store';

/**
 * Clears away what people who have left could come back with: password, sessions, links, granted roles. They are let in no
 * more from the first moment of the day on which they are gone, whether this has run or not; it makes sure that nothing
 * comes back to life when a person is hired again. Gives how many there were.
 */
export function endAccessOfLeavers(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const leavers = await findLeaversForUpdate(tx.db, todayOf(ctx));
    for (const { userAccountId, employeeId } of leavers) {
      await disableAccount(tx.db, userAccountId, ctx.clock.now());
      await deleteCredential(tx.db, userAccountId);
      await deleteSessionsOf(tx.db, userAccountId);
      await deleteAccessLinksOf(tx.db, userAccountId);
      await deleteRoleGrantsOf(tx.db, userAccountId);
      await recordAuditEntry(tx, {
        action: 'identity.end_access_of_leaver',
        subjectType: 'UserAccount',
        subjectId: userAccountId,
        details: { employeeId },
      });
    }
    return leavers.length;
  });
}
