import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { runQuietly, step } from './run-program.mjs';
import { isBuilt, root } from './source-stamp.mjs';

const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.tandem-lock');

/** Ends with a friendly sentence when this Node is too old for the product. */
export function assertNodeVersion() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const needed = engines.node
    .replace(/[^\d.]/g, '')
    .split('.')
    .map(Number);
  const given = process.versions.node.split('.').map(Number);
  const differs = needed.findIndex((part, index) => part !== given[index]);
  if (differs === -1 || given[differs] > needed[differs]) return;
  process.stderr.write(
    `Tandem needs Node ${needed.join('.')} or later; this is ${process.versions.node}.\n` +
      'Install a newer one from https://nodejs.org and start again.\n',
  );
  process.exit(1);
}

/** Installs the packages when they are missing or not those of the lock. */
export async function ensureInstalled() {
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lock) return;
  if (!matchesLock()) {
    await step('Installing packages (needed once, about a minute)', () =>
      runQuietly('npm', ['ci', '--include=dev', '--loglevel=error'], { env: cacheWhereWritable() }),
    );
  }
  if (isWritable(join(root, 'node_modules'))) writeFileSync(stampFile, lock);
}

/** Builds the product when its sources changed since the last build. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  await step('Building (needed once, about half a minute)', () =>
    runQuietly(process.execPath, [join(root, 'scripts', 'build.mjs')]),
  );
}

/** npm keeps its own list of what it installed; packages for other platforms are absent from it. */
function matchesLock() {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.link || !path.includes('node_modules/')) return true;
    return installed[path]?.version === entry.version;
  });
}

/** npm needs a cache; without a home to keep it in, it stands in the project. */
function cacheWhereWritable() {
  if (isWritable(homedir())) return {};
  const cache = join(root, '.cache', 'npm');
  mkdirSync(cache, { recursive: true });
  return { npm_config_cache: cache };
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
