import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';

import { Notice } from '../components/notice';
import { shellMessages } from '../locales/shell';
import { useMessages } from '../locale';
import classes from './patience-notice.module.css';
import { type Patience, patientFetch } from './patient-fetch';

let current: Patience = { state: 'calm' };
const calm: Patience = current;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** From now on the page waits for a server that is away instead of giving up what was entered. */
export function beginPatience(): void {
  globalThis.fetch = patientFetch({
    fetch: globalThis.fetch.bind(globalThis),
    tell(patience) {
      current = patience;
      for (const listener of listeners) listener();
    },
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    origin: location.origin,
  });
}

/** Says that the server is away, and that nothing is lost. */
export function PatienceNotice() {
  const t = useMessages(shellMessages);
  const patience = useSyncExternalStore(
    subscribe,
    () => current,
    () => calm,
  );
  return (
    <div className={classes.place} role="presentation">
      {patience.state === 'waiting' && <Notice title={t.awayTitle}>{t.awayText}</Notice>}
      {patience.state === 'unsure' && (
        <Notice kind="bad" title={t.unsureTitle}>
          <p>{t.unsureText}</p>
          <Button variant="default" size="xs" mt={8} onClick={patience.sendAgain}>
            {t.sendAgain}
          </Button>
        </Notice>
      )}
    </div>
  );
}
