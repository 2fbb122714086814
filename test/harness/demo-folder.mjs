import { execFileSync, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'demo-organisation');

/**
 * The demo organisation ends at the moment it is made, and depends on the sources of the build: a kept one serves for
 * the same build in the same hour.
 */
function keyOfNow() {
  const build = readFileSync(join(root, 'dist', 'built-from'), 'utf8');
  const hour = new Date().toISOString().slice(0, 13);
  return `${hour}-${createHash('sha256').update(build).digest('hex').slice(0, 12)}`;
}

/** Fills a data folder with the demo organisation: a copy of one that was made before, else a new one, which is kept. */
export async function fillWithDemo(folder) {
  const kept = join(cache, keyOfNow());
  if (existsSync(kept)) {
    copyFolder(kept, folder);
    return;
  }
  await startAndStop(folder);
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) {
    rmSync(join(cache, name), { recursive: true, force: true });
  }
  const unfinished = `${kept}.${process.pid}`;
  copyFolder(folder, unfinished);
  renameSync(unfinished, kept);
}

/** The system's settings and a shifted clock; what else tests have set (BASE_URL by Vite) would be taken for the product's. */
function environment() {
  const names = /^(PATH|HOME|LANG|TZ|LD_PRELOAD|FAKETIME\w*|SystemRoot|TEMP)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => names.test(name)));
}

/** The product fills an empty database when it starts; stopped properly, its folder can be copied. */
async function startAndStop(folder) {
  // Not the port of the tests, which would find it ready before it is.
  const port = await findFreePort();
  const product = fork(join(root, 'dist', 'main.js'), ['--quiet'], {
    cwd: root,
    env: {
      ...environment(),
      NODE_ENV: 'production',
      DEMO: 'true',
      LOG_LEVEL: 'error',
      DATA_DIR: folder,
      PORT: String(port),
    },
  });
  const ended = new Promise((resolve) => product.once('exit', resolve));
  while (!(await isReady(`http://localhost:${port}/readyz`))) {
    if (product.exitCode !== null) throw new Error('The demo organisation could not be made');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  product.kill('SIGTERM');
  await ended;
}

function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function isReady(address) {
  const answer = await fetch(address).catch(() => undefined);
  return answer?.ok ?? false;
}

/** PostgreSQL's folder belongs to another account when root starts it, which only `cp` keeps. */
function copyFolder(from, to) {
  if (process.platform === 'win32') cpSync(from, to, { recursive: true });
  else execFileSync('cp', ['-a', `${from}/.`, to]);
}
