import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['/usr/lib', '/usr/lib64', '/usr/local/lib'];
const name = 'faketime/libfaketimeMT.so.1';

/** The library that shifts a program's clock. Ends with what to do where it is missing. */
export function findFaketime() {
  const candidates = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => [folder, ...readdirSync(folder).map((inner) => join(folder, inner))])
    .map((folder) => join(folder, name));
  const found = candidates.find((path) => existsSync(path));
  if (found) return found;
  process.stderr.write(
    'npm run test:days shifts the clock with faketime, which is not installed here.\n' +
      'Debian and Ubuntu: apt-get install faketime. Fedora: dnf install libfaketime. Elsewhere, run it in a container.\n',
  );
  process.exit(1);
}

/**
 * The environment in which a program and what it starts believe that it is that moment. A distance and not a moment, so
 * that all of them agree; the clock that only measures stays as it is, for patience to last as long as ever.
 */
export function shiftedTo(moment, library) {
  const seconds = Math.round((moment.getTime() - Date.now()) / 1000);
  return {
    LD_PRELOAD: library,
    FAKETIME: seconds < 0 ? String(seconds) : `+${seconds}`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    // Else programs with many threads, such as the browser, wait for minutes where they mean milliseconds.
    FAKETIME_FORCE_MONOTONIC_FIX: '0',
  };
}
