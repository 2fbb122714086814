/** Writes what is derived and committed: table types, the printed GraphQL schema, its types for documents. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { generate, PostgresDialect } from 'kysely-codegen';
import { createDb, migrate, startThrowawayPostgres } from '../platform/db';
import { projectRoot } from '../platform/project-root';
import { writePersistedDocuments } from './write-persisted-documents';

const tableTypes = 'platform/db/database.d.ts';
const printedSchema = 'graphql/schema.graphql';
const documentTypes = 'app/graphql-env.d.ts';
const inProject = (path: string) => join(projectRoot, path);

// The tool's pool resolves before its connections are closed; that the stopping server cuts one of them is expected.
process.on('uncaughtException', (error: Error & { code?: string }) => {
  if (error.code !== '57P01') throw error;
});

await writeTableTypes();
const written = [tableTypes];
if (existsSync(inProject('graphql/schema.ts'))) {
  await writePrintedSchema();
  runTool('gql.tada/bin/cli.js', 'generate', 'output', '--output', documentTypes);
  written.push(printedSchema, documentTypes, await writePersistedDocuments());
}
runTool('prettier/bin/prettier.cjs', '--write', '--log-level', 'warn', ...written);
process.stdout.write(`Generated ${written.join(', ')}\n`);
process.exit(0);

async function writeTableTypes(): Promise<void> {
  const server = await startThrowawayPostgres();
  try {
    const db = createDb(server.url, { max: 2 });
    await migrate(db);
    await db.destroy();
    const dialect = new PostgresDialect({ dateParser: 'string', defaultSchemas: ['public'] });
    const introspected = await dialect.introspector.connect({
      connectionString: server.url,
      dialect,
    });
    await generate({
      db: introspected,
      dialect,
      outFile: inProject(tableTypes),
      excludePattern: '(kysely_*|pg_stat_*)',
      typeMapping: { int8: 'number', interval: 'string' },
    });
    await introspected.destroy();
    // The tool calls the interface DB; the project says what it is.
    renameInterface(inProject(tableTypes));
  } finally {
    await server.stop();
  }
}

function renameInterface(file: string): void {
  const text = readFileSync(file, 'utf8').replace(
    'export interface DB {',
    'export interface Database {',
  );
  writeFileSync(file, text);
}

async function writePrintedSchema(): Promise<void> {
  const { schema } = (await import(pathToFileURL(inProject('graphql/schema.ts')).href)) as {
    schema: GraphQLSchema;
  };
  writeFileSync(inProject(printedSchema), `${printSchema(lexicographicSortSchema(schema))}\n`);
}

function runTool(program: string, ...parameters: string[]): void {
  const path = inProject(join('node_modules', program));
  execFileSync(process.execPath, [path, ...parameters], { cwd: projectRoot, stdio: 'inherit' });
}
