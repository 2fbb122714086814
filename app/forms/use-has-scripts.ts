import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False on the server and while the page takes over from it: what needs scripts is not shown to who has none. */
export function useHasScripts(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
