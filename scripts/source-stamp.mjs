import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const builtFrom = [
  'app',
  'domain',
  'graphql',
  'migrations',
  'platform',
  'public',
  'respondent',
  'seeds',
  'server',
  'universal',
  'package.json',
  'package-lock.json',
  'remix.config.js',
  'scripts/build.mjs',
  'tsconfig.json',
  'vite.config.ts',
];
const stampFile = join(root, 'dist', 'built-from');

/** A hash of everything that the build is made from. */
export function hashSources() {
  const hash = createHash('sha256');
  for (const path of builtFrom) addToHash(hash, join(root, path));
  return hash.digest('hex');
}

function addToHash(hash, path) {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addToHash(hash, join(path, name));
    return;
  }
  if (/\.test\.tsx?$/.test(path)) return;
  hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
}

export function isBuilt() {
  const built = ['dist/main.js', 'build/server/index.js'].every((file) =>
    existsSync(join(root, file)),
  );
  return built && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hashSources();
}

export function markBuilt(hash) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, hash);
}
