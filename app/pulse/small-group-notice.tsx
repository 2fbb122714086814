import { isSmallGroup } from '../../universal/pulse/small-group';
import { Notice } from '../components/notice';
import { useMessages } from '../locale';
import { pulseMessages } from '../locales/pulse';

/** Tells whoever reads results that some come from groups in which one can guess. */
export function SmallGroupNotice({ round }: { round: { minimumGroup: number } }) {
  const t = useMessages(pulseMessages);
  if (!isSmallGroup(round.minimumGroup)) return null;
  return <Notice kind="warn">{t.smallGroup({ group: round.minimumGroup })}</Notice>;
}

const smallestAllowed = 3;

/** Tells whoever plans a programme what so small a group means; while the number is being typed, too. */
export function SmallGroupPlanNotice({ minimumGroup }: { minimumGroup: number }) {
  const t = useMessages(pulseMessages);
  if (!isSmallGroup(minimumGroup) || minimumGroup < smallestAllowed) return null;
  return <Notice kind="warn">{t.smallGroupPlan({ group: minimumGroup })}</Notice>;
}
