/** Serves the built product with the demo organisation in a folder that is removed at the end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillWithDemo } from '../harness/demo-folder.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tandem-e2e-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
Object.assign(process.env, {
  NODE_ENV: 'production',
  DATA_DIR: folder,
  DEMO: 'true',
  LOG_LEVEL: 'error',
  PUBLIC_FORMS_PER_MINUTE: '0',
});
for (const name of ['DATABASE_URL', 'SMTP_URL', 'CUBE_API_URL']) delete process.env[name];
await fillWithDemo(folder);
await import('../../dist/main.js');
