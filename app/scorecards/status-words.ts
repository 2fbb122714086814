import type { StatusTone } from '../components/status-badge';
import type { scorecardMessages } from '../locales/scorecards';
import type { TargetStatus } from './scorecard';

type Words = (typeof scorecardMessages)['en'];

export const statusTones = {
  MET: 'good',
  UNDECIDED: 'unsure',
  MISSED: 'bad',
  NO_TARGET: 'neutral',
  UNKNOWN: 'neutral',
} as const satisfies Record<TargetStatus, StatusTone>;

/** The status with the target it is judged by: "Below target 45.0". */
export function statusWords(t: Words, status: TargetStatus, target: string | null): string {
  switch (status) {
    case 'MET':
      return t.onTarget({ target: target ?? '' });
    case 'UNDECIDED':
      return t.undecidedTarget({ target: target ?? '' });
    case 'MISSED':
      return t.belowTarget({ target: target ?? '' });
    case 'NO_TARGET':
      return t.statusNoTarget;
    case 'UNKNOWN':
      return t.statusUnknown;
  }
}

export function statusName(t: Words, status: TargetStatus): string {
  const names: Record<TargetStatus, string> = {
    MET: t.statusMet,
    UNDECIDED: t.statusUndecided,
    MISSED: t.statusMissed,
    NO_TARGET: t.statusNoTarget,
    UNKNOWN: t.statusUnknown,
  };
  return names[status];
}
