import { assertUnchanged, revisionOf } from '../../../platform/revision';
import type { Text } from '../../../universal/text';
import type { Context } from '../../context';
import type { FeedbackImport } from './feedback-import';
import { getImport } from './get-import';

/** What people have said of how a file is to be read. */
export function importRevision({
  encoding,
  sourceName,
  mappingName,
  mapping,
}: Pick<FeedbackImport, 'encoding' | 'sourceName' | 'mappingName' | 'mapping'>): string {
  return revisionOf({ encoding, sourceName, mappingName, mapping });
}

/** The import, with the choices that the sender has seen; refuses where somebody chose otherwise since. */
export async function getUnchangedImport(
  ctx: Context,
  { importId, revision }: { importId: string; revision?: string | undefined },
  refusal?: Text,
): Promise<FeedbackImport> {
  const read = () => getImport(ctx, { importId });
  await read();
  await assertUnchanged(ctx.db, {
    thing: `feedback-import:${importId}`,
    seen: revision,
    read: async () => importRevision(await read()),
    refusal,
  });
  return read();
}
