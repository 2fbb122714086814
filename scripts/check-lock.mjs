/**
 * Refuses a lock file that works here and fails elsewhere: npm drops optional packages for other platforms
 * from the lock when it cannot find them, and writes down the address of the registry it happened to use.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './source-stamp.mjs';

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const problems = [];
for (const [path, entry] of Object.entries(packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (!isLocked(path, name)) problems.push(`${path || 'package.json'}: ${name} is not locked`);
  }
  const elsewhere = entry.resolved?.startsWith('https://registry.npmjs.org/') === false;
  if (elsewhere && !entry.link) {
    problems.push(`${path}: comes from ${entry.resolved}`);
  }
}
if (problems.length > 0) {
  process.stderr.write(
    `package-lock.json has problems:\n${problems.map((p) => `  ${p}\n`).join('')}`,
  );
  process.exit(1);
}

/** Looks where Node would: below the package, then below each package above it. */
function isLocked(path, name) {
  const at = path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`;
  if (packages[at]) return true;
  if (path === '') return false;
  const above = path.lastIndexOf('/node_modules/');
  return isLocked(above === -1 ? '' : path.slice(0, above), name);
}
