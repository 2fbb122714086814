/** Fails when the generated files that are committed are not what the sources give. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './run-program.mjs';
import { root } from './source-stamp.mjs';

const generated = [
  'platform/db/database.d.ts',
  'graphql/schema.graphql',
  'graphql/persisted-documents.json',
  'app/graphql-env.d.ts',
];
const read = (file) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '');

const before = generated.map(read);
await runQuietly(process.execPath, ['--import', 'tsx', 'scripts/generate.ts']);
const stale = generated.filter((file, index) => read(file) !== before[index]);
generated.forEach((file, index) => writeFileSync(join(root, file), before[index]));
if (stale.length > 0) {
  process.stderr.write(`Run npm run gen and commit: ${stale.join(', ')}\n`);
  process.exit(1);
}
