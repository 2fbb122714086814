import { sql } from 'kysely';
import type { Db } from '../../../platform/db';
import { newId } from '../../../platform/ids';
import type { ImportMapping } from '../../../universal/feedback/import-mapping';
import { asJson } from './import-store';

/** A way of reading a kind of file, remembered by name. */
export interface RememberedMapping {
  importMappingId: string;
  name: string;
  mapping: ImportMapping;
  updatedAt: Date;
}

/** Remembers a mapping under its name, in place of an older one of the same name. */
export async function rememberMapping(
  db: Db,
  {
    name,
    signature,
    mapping,
    now,
  }: { name: string; signature: string; mapping: ImportMapping; now: Date },
): Promise<void> {
  await sql`
    insert into import_mapping (import_mapping_id, name, header_signature, mapping, updated_at)
    values (${newId()}::uuid, ${name}, ${signature}, ${asJson(mapping)}, ${now})
    on conflict (lower(name)) do update
    set name = excluded.name, header_signature = excluded.header_signature, mapping = excluded.mapping,
        updated_at = excluded.updated_at`.execute(db);
}

/** Mappings made for files with the same columns, the latest first. */
export async function selectMappings(db: Db, signature: string): Promise<RememberedMapping[]> {
  const rows = await db
    .selectFrom('import_mapping')
    .select(['import_mapping_id as importMappingId', 'name', 'mapping', 'updated_at as updatedAt'])
    .where('header_signature', '=', signature)
    .orderBy('updated_at', 'desc')
    .limit(20)
    .execute();
  return rows as unknown as RememberedMapping[];
}
