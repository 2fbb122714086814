import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type DocumentNode, Kind, print } from 'graphql';
import { projectRoot } from '../platform/project-root';

const target = 'graphql/persisted-documents.json';

/** Writes the documents of our own pages by the hash of their text, so that a client may name one instead of sending it. */
export async function writePersistedDocuments(): Promise<string> {
  const files = readdirSync(join(projectRoot, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.document.ts'))
    .sort();
  const texts = (await Promise.all(files.map(documentsIn))).flat();
  const entries = texts.map(
    (text) => [createHash('sha256').update(text).digest('hex'), text] as const,
  );
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(
    join(projectRoot, target),
    `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`,
  );
  return target;
}

async function documentsIn(file: string): Promise<string[]> {
  const exported = (await import(pathToFileURL(join(projectRoot, 'app', file)).href)) as Record<
    string,
    unknown
  >;
  return Object.values(exported).filter(isOperation).map(print);
}

function isOperation(value: unknown): value is DocumentNode {
  if (!value || typeof value !== 'object' || !('definitions' in value)) return false;
  const { definitions } = value as DocumentNode;
  return definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);
}
