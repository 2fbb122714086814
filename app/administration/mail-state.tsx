import { StatusBadge, type StatusTone } from '../components/status-badge';
import { useMessages } from '../locale';
import { administrationMessages } from '../locales/administration';

export const mailStates = ['QUEUED', 'SENT', 'FAILED', 'KEPT'] as const;
type MailState = (typeof mailStates)[number];

export function isMailState(state: string | null): state is MailState {
  return mailStates.some((known) => known === state);
}

const tones: Record<MailState, StatusTone> = {
  QUEUED: 'active',
  SENT: 'good',
  FAILED: 'bad',
  KEPT: 'neutral',
};

export function useMailStateName(): (state: MailState) => string {
  const t = useMessages(administrationMessages);
  const names = { QUEUED: t.mailQueued, SENT: t.mailSent, FAILED: t.mailFailed, KEPT: t.mailKept };
  return (state) => names[state];
}

export function MailStateBadge({ state }: { state: MailState }) {
  const nameOf = useMailStateName();
  return <StatusBadge tone={tones[state]}>{nameOf(state)}</StatusBadge>;
}
