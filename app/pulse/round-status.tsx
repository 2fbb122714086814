import { StatusBadge } from '../components/status-badge';
import { useMessages } from '../locale';
import { pulseMessages } from '../locales/pulse';

interface RoundStatusProps {
  round: { status: 'PLANNED' | 'OPEN' | 'CLOSED'; isReleased: boolean };
}

export function RoundStatus({ round }: RoundStatusProps) {
  const t = useMessages(pulseMessages);
  if (round.status === 'OPEN') return <StatusBadge tone="active">{t.open}</StatusBadge>;
  if (round.status === 'PLANNED') return <StatusBadge tone="neutral">{t.planned}</StatusBadge>;
  if (round.isReleased) return <StatusBadge tone="good">{t.released}</StatusBadge>;
  return <StatusBadge tone="caution">{t.calculating}</StatusBadge>;
}
