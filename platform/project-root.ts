import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, the same from the sources and from the built bundle. */
export const projectRoot = findProjectRoot(dirname(fileURLToPath(import.meta.url)));

/** Where this code runs from: the folder of the built bundle, or undefined when it runs from the sources. */
export const bundleFolder = fileURLToPath(import.meta.url).startsWith(join(projectRoot, 'dist'))
  ? join(projectRoot, 'dist')
  : undefined;

function findProjectRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json is missing above the program');
  return findProjectRoot(parent);
}
