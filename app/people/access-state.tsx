import { StatusBadge, type StatusTone } from '../components/status-badge';
import { identityMessages } from '../locales/identity';
import { useMessages } from '../locale';

export type AccessState = 'NONE' | 'INVITED' | 'EXPIRED' | 'ACTIVE' | 'WITHDRAWN';

const tones: Record<AccessState, StatusTone> = {
  NONE: 'neutral',
  INVITED: 'active',
  EXPIRED: 'caution',
  ACTIVE: 'good',
  WITHDRAWN: 'bad',
};

export function AccessBadge({ state }: { state: AccessState }) {
  const t = useMessages(identityMessages);
  const names = {
    NONE: t.accessNone,
    INVITED: t.accessInvited,
    EXPIRED: t.accessExpired,
    ACTIVE: t.accessActive,
    WITHDRAWN: t.accessWithdrawn,
  };
  return <StatusBadge tone={tones[state]}>{names[state]}</StatusBadge>;
}
