import { NotFound } from '../../../platform/errors';
import { assertUnchanged, revisionOf } from '../../../platform/revision';
import type { Text } from '../../../universal/text';
import type { Context } from '../../context';
import type { PeopleImport } from './people-import';
import { findPeopleImport } from './people-import-store';

/** What people have said of how a file is to be read. */
export function peopleImportRevision({
  encoding,
  encodingCertainty,
  choices,
}: Pick<PeopleImport, 'encoding' | 'encodingCertainty' | 'choices'>): string {
  return revisionOf({ encoding, encodingCertainty, choices });
}

const otherReading: Text = {
  en: 'Somebody else, or you in another window, said since how this file is to be read. What is shown now is how it is read: look at it again.',
  zh: '他人或您在另一窗口中已修改该文件的读取方式。现在显示的是当前的读取方式：请再次查看。',
};

/** The import as the sender has seen it; refuses where somebody said since that it is to be read otherwise. */
export async function getUnchangedPeopleImport(
  ctx: Context,
  { peopleImportId, revision }: { peopleImportId: string; revision?: string | undefined },
): Promise<PeopleImport> {
  const read = async () => {
    const found = await findPeopleImport(ctx.db, peopleImportId);
    if (!found) throw new NotFound();
    return found;
  };
  await read();
  await assertUnchanged(ctx.db, {
    thing: `people-import:${peopleImportId}`,
    seen: revision,
    read: async () => peopleImportRevision(await read()),
    refusal: otherReading,
  });
  return read();
}
