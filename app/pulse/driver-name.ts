import type { messagesOf } from '../../universal/text';
import type { pulseMessages } from '../locales/pulse';

type Words = ReturnType<typeof messagesOf<(typeof pulseMessages)['en']>>;

const known = [
  'recognition',
  'growth',
  'workload',
  'manager',
  'peers',
  'purpose',
  'autonomy',
  'fairness',
  'tools',
  'wellbeing',
] as const;

/** The short name of a driver; a statement outside the catalogue goes by its key. */
export function driverName(t: Pick<Words, (typeof known)[number]>, key: string): string {
  const driver = known.find((name) => name === key);
  return driver ? t[driver] : key;
}
