import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyPrograms, findPostgresPrograms, linkLibraries } from './postgres-programs';
import type { PostgresPrograms } from './postgres-programs';
import { accountForPostgres, firstClosedFolder, handOver } from './run-as';
import type { RunAs } from './run-as';

/** Where a cluster lives, whose it is and which programs serve it. */
export interface ClusterPlace {
  folder: string;
  account: RunAs | undefined;
  programs: PostgresPrograms;
  /** True when the data could not stand where it was asked for. */
  moved: boolean;
}

const sharedFolder = '/var/lib/tandem';

/**
 * Chooses a place that the account of PostgreSQL can reach. It is the wanted folder, except for root
 * in a folder closed to everyone else (such as /root): then it is one under /var/lib/tandem.
 */
export function placeCluster(wantedFolder: string): ClusterPlace {
  const account = accountForPostgres();
  const installed = findPostgresPrograms();
  const closedData = firstClosedFolder(dirname(wantedFolder), account);
  const closedPrograms = firstClosedFolder(join(installed.folder, 'bin'), account);
  const spare = join(
    sharedFolder,
    createHash('sha256').update(wantedFolder).digest('hex').slice(0, 12),
  );
  try {
    const folder = closedData ? join(spare, 'postgres') : wantedFolder;
    if (closedData) mkdirSync(spare, { recursive: true, mode: 0o755 });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    handOver(folder, account);
    const linked = linkLibraries(installed, join(folder, '..'));
    const programs = closedPrograms ? copyPrograms(linked, openFolder(sharedFolder)) : linked;
    return { folder, account, programs, moved: closedData !== undefined };
  } catch (cause) {
    throw new Error(unreachable(closedData ?? closedPrograms ?? wantedFolder, account), { cause });
  }
}

function openFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

function unreachable(closed: string, account: RunAs | undefined): string {
  if (!account)
    return `The database folder under ${closed} cannot be made. Choose another DATA_DIR.`;
  return (
    `PostgreSQL cannot run as root, so it runs as the user "${account.name}", which cannot reach ${closed}, ` +
    `and ${sharedFolder} cannot be used instead. Do one of these: start as an ordinary user; move the project and ` +
    `DATA_DIR out of the closed folder; open it with chmod o+x ${closed}; or set DATABASE_URL.`
  );
}
