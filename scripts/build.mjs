/** Builds the pages (build/) and the server (dist/), and notes from which sources. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { runQuietly } from './run-program.mjs';
import { hashSources, markBuilt, root } from './source-stamp.mjs';

const hash = hashSources();
const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });

const shared = {
  absWorkingDir: root,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
};

await Promise.all([
  runQuietly(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], {
    env: { NODE_ENV: 'production' },
  }),
  build({
    ...shared,
    entryPoints: { main: 'server/main.ts' },
    outdir: dist,
    bundle: true,
    // Chunks keep what is imported lazily out of memory until it is needed.
    splitting: true,
    packages: 'external',
    sourcemap: true,
  }),
  build({
    ...shared,
    entryPoints: readdirSync(join(root, 'migrations')).map((file) => `migrations/${file}`),
    outdir: join(dist, 'migrations'),
  }),
]);
markBuilt(hash);
