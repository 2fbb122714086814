import { sql } from 'kysely';
import type { Db } from '../../../platform/db';
import type { ImportMapping } from '../../../universal/feedback/import-mapping';

/** What earlier imports say of a source. */
export interface SourceHistory {
  /** The name of the source as it is compared. */
  source: string;
  /** Whether rows of it were named in the way of an earlier version. */
  hasOldRefs: boolean;
  /** Whether rows of this very import are stored from a run before. */
  hasStored: boolean;
  /** How its stored files were read, the latest first. */
  earlier: ImportMapping[];
}

export async function selectSourceHistory(
  db: Db,
  { source, importId }: { source: string; importId: string },
): Promise<SourceHistory> {
  const rows = await db
    .selectFrom('feedback_import')
    .select(['mapping', 'has_old_refs as hasOldRefs'])
    .where(sql<boolean>`lower(source_name) = ${source}`)
    .where('feedback_import_id', '<>', importId)
    .where('status', 'in', ['committing', 'done', 'failed'])
    .where('mapping', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute();
  const own = await db
    .selectFrom('feedback')
    .select('feedback_id')
    .where('feedback_import_id', '=', importId)
    .limit(1)
    .executeTakeFirst();
  return {
    source,
    hasStored: own !== undefined,
    hasOldRefs: rows.some(({ hasOldRefs }) => hasOldRefs),
    earlier: rows.map(({ mapping }) => mapping as unknown as ImportMapping),
  };
}

/** Whether no row of the source can be stored yet, as far as imports tell; asked while nobody else stores any of it. */
export async function isSourceEmpty(
  db: Db,
  { source, importId }: { source: string; importId: string },
): Promise<boolean> {
  const { rows } = await sql<{ is_empty: boolean }>`
    select not exists (
      select from feedback_import where lower(source_name) = ${source} and feedback_import_id <> ${importId}::uuid
        and status in ('committing', 'done', 'failed')
    ) as is_empty`.execute(db);
  return rows[0]?.is_empty ?? false;
}

/** Names of sources that files came from, the latest first. */
export async function selectSourceNames(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('feedback_import')
    .select('source_name as name')
    .where('source_name', 'is not', null)
    .where('status', 'in', ['committing', 'done', 'failed', 'taken_back'])
    .groupBy('source_name')
    .orderBy(sql`max(created_at)`, 'desc')
    .limit(200)
    .$narrowType<{ name: string }>()
    .execute();
  return rows.map(({ name }) => name);
}

/** Earlier imports of files with the same columns, the latest first. */
export async function selectSourcesOfColumns(
  db: Db,
  { signature, importId }: { signature: string; importId: string },
): Promise<{ fileName: string; sourceName: string }[]> {
  return db
    .selectFrom('feedback_import')
    .select(['file_name as fileName', 'source_name as sourceName'])
    .where('header_signature', '=', signature)
    .where('feedback_import_id', '<>', importId)
    .where('source_name', 'is not', null)
    .where('status', 'in', ['committing', 'done', 'failed', 'taken_back'])
    .orderBy('created_at', 'desc')
    .limit(200)
    .$narrowType<{ sourceName: string }>()
    .execute();
}

export interface StoredImport {
  importId: string;
  fileName: string;
  sourceName: string;
  createdAt: Date;
  mapping: ImportMapping;
  signature: string;
  timeZone: string | null;
  fileHash: string | null;
}

/** The latest import before this one that is stored: of the same bytes, else of the same source. */
export async function findLatestStored(
  db: Db,
  {
    importId,
    createdAt,
    source,
    fileHash,
  }: { importId: string; createdAt: Date; source: string | null; fileHash: string | null },
): Promise<StoredImport | undefined> {
  const row = await db
    .selectFrom('feedback_import')
    .select([
      'feedback_import_id as importId',
      'file_name as fileName',
      'source_name as sourceName',
      'created_at as createdAt',
      'mapping',
      'header_signature as signature',
      'time_zone as timeZone',
      'file_hash as fileHash',
    ])
    .where('feedback_import_id', '<>', importId)
    .where('created_at', '<=', createdAt)
    .where('status', '=', 'done')
    .where('source_name', 'is not', null)
    .where('mapping', 'is not', null)
    .where(sql<boolean>`(file_hash = ${fileHash} or lower(source_name) = ${source})`)
    .orderBy(sql`(file_hash is not distinct from ${fileHash})`, 'desc')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row as unknown as StoredImport | undefined;
}
