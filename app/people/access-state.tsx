import { StatusBadge, type StatusTone } from '../components/status-badge';
import { identityMessages } from '../locales/identity';
import { useMessages } from '../locale';

export type AccessState = 'NONE' | 'INVITED' | 'BOUNCED' | 'EXPIRED' | 'ACTIVE' | 'WITHDRAWN';

const tones: Record<AccessState, StatusTone> = {
  NONE: 'neutral',
  INVITED: 'active',
  BOUNCED: 'bad',
  EXPIRED: 'caution',
  ACTIVE: 'good',
  WITHDRAWN: 'bad',
};

export function AccessBadge({ state }: { state: AccessState }) {
  const t = useMessages(identityMessages);
  const names = {
    NONE: t.accessNone,
    INVITED: t.accessInvited,
    BOUNCED: t.accessBounced,
    EXPIRED: t.accessExpired,
    ACTIVE: t.accessActive,
    WITHDRAWN: t.accessWithdrawn,
  };
  return <StatusBadge tone={tones[state]}>{names[state]}</StatusBadge>;
}
