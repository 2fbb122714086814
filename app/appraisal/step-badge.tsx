import { StatusBadge, type StatusTone } from '../components/status-badge';
import { reviewMessages } from '../locales/reviews';
import { useMessages } from '../locale';

const tones = {
  goals: 'active',
  check_in: 'active',
  self_review: 'active',
  manager_review: 'active',
  calibration: 'active',
  share: 'caution',
  acknowledge: 'caution',
  appeal: 'caution',
  closed: 'good',
} as const satisfies Record<string, StatusTone>;

/** A step's name in the catalogue. */
export type StepKey = keyof typeof tones;

const isStepKey = (step: string): step is StepKey => step in tones;

/** `MANAGER_REVIEW`, as the schema writes it, in the way of the catalogue. */
export function stepKey(step: string): StepKey {
  const key = step.toLowerCase();
  return isStepKey(key) ? key : 'goals';
}

export function StepBadge({ step }: { step: string }) {
  const t = useMessages(reviewMessages);
  const key = stepKey(step);
  return <StatusBadge tone={tones[key]}>{t[`step_${key}`]}</StatusBadge>;
}
