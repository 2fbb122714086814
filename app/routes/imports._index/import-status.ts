import type { StatusTone } from '../../components/status-badge';
import type { importMessages } from '../../locales/imports';

type Words = (typeof importMessages)['en'];

const tones: Readonly<Record<string, StatusTone>> = {
  PROFILING: 'active',
  CHECKING: 'active',
  COMMITTING: 'active',
  TAKING_BACK: 'active',
  DONE: 'good',
  FAILED: 'bad',
};

/** Waiting for a person is neutral: it is neither good nor bad. */
export function importStatusTone(status: string): StatusTone {
  return tones[status] ?? 'neutral';
}

export function importStatusWord(t: Words, status: string): string {
  const words: Readonly<Record<string, string>> = {
    UPLOADED: t.statusUploaded,
    PROFILING: t.statusProfiling,
    PROFILED: t.statusProfiled,
    CHECKING: t.statusChecking,
    CHECKED: t.statusChecked,
    COMMITTING: t.statusCommitting,
    DONE: t.statusDone,
    TAKING_BACK: t.statusTakingBack,
    TAKEN_BACK: t.statusTakenBack,
    FAILED: t.statusFailed,
  };
  return words[status] ?? status;
}
