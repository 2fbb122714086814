/** Makes a migration with today's time in its name: npm run db:new add_thing */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './source-stamp.mjs';

const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Say what the migration does: npm run db:new add_thing\n');
  process.exit(1);
}
const moment = new Date().toISOString().slice(0, 16).replace(/[-:]/g, '');
const file = `migrations/${moment}_${name}.ts`;
const content = `import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql\`\`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql\`\`.execute(db);
}
`;
writeFileSync(join(root, file), content, { flag: 'wx' });
process.stdout.write(`${file}\n`);
