import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The account that PostgreSQL runs as. PostgreSQL refuses to run as root. */
export interface RunAs {
  name: string;
  uid: number;
  gid: number;
}

/** Undefined for an ordinary user, who runs PostgreSQL as himself; for root an account without rights. */
export function accountForPostgres(): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const account = accountNamed('postgres') ?? accountNamed('nobody');
  if (account) return account;
  throw new Error(
    'PostgreSQL cannot run as root, and this machine has neither the user "postgres" nor "nobody". ' +
      'Start as an ordinary user, or set DATABASE_URL.',
  );
}

function accountNamed(name: string): RunAs | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
    return { name, uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** Gives a file or folder to the account. */
export function handOver(path: string, account: RunAs | undefined): void {
  if (account) chownSync(path, account.uid, account.gid);
}

/** Lets other accounts pass through our own data folder, though not list it, when PostgreSQL runs as another one. */
export function letPass(folder: string): void {
  if (process.getuid?.() === 0) chmodSync(folder, statSync(folder).mode | 0o011);
}

/** The first folder above the path (the path included) that the account may not enter, if there is one. */
export function firstClosedFolder(path: string, account: RunAs | undefined): string | undefined {
  if (!account) return undefined;
  const parent = dirname(path);
  const above = parent === path ? undefined : firstClosedFolder(parent, account);
  return above ?? (mayEnter(path, account) ? undefined : path);
}

function mayEnter(folder: string, account: RunAs): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return true;
  if (found.uid === account.uid) return (found.mode & 0o100) !== 0;
  if (found.gid === account.gid) return (found.mode & 0o010) !== 0;
  return (found.mode & 0o001) !== 0;
}
