import { StatusBadge } from '../components/status-badge';
import { useMessages } from '../locale';
import { scorecardMessages } from '../locales/scorecards';
import type { MetricWords } from './scorecard';

const tones = { CERTIFIED: 'good', DRAFT: 'caution', RETIRED: 'neutral' } as const;

/** Whether a definition may be relied on. */
export function MetricStatusBadge({ status }: { status: MetricWords['status'] }) {
  const t = useMessages(scorecardMessages);
  const names = { CERTIFIED: t.status_CERTIFIED, DRAFT: t.status_DRAFT, RETIRED: t.status_RETIRED };
  return <StatusBadge tone={tones[status]}>{names[status]}</StatusBadge>;
}
