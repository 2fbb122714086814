import { StatusBadge, type StatusTone } from '../components/status-badge';
import { useMessages } from '../locale';
import { organisationMessages } from '../locales/organisation';

export type ImportState = 'CHECKING' | 'ASKING' | 'CHECKED' | 'IMPORTING' | 'DONE' | 'FAILED';

const tones: Record<ImportState, StatusTone> = {
  CHECKING: 'active',
  ASKING: 'caution',
  CHECKED: 'caution',
  IMPORTING: 'active',
  DONE: 'good',
  FAILED: 'bad',
};

export function ImportStateBadge({ state }: { state: ImportState }) {
  const t = useMessages(organisationMessages);
  const names = {
    CHECKING: t.importChecking,
    ASKING: t.importAsking,
    CHECKED: t.importChecked,
    IMPORTING: t.importImporting,
    DONE: t.importDone,
    FAILED: t.importFailed,
  };
  return <StatusBadge tone={tones[state]}>{names[state]}</StatusBadge>;
}
