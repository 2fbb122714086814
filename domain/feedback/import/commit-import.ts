import { z } from 'zod';
import { Conflict } from '../../../platform/errors';
import { parseInput } from '../../../platform/parse-input';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { audited } from '../../privacy';
import { createMissingDepartments } from './create-missing-departments';
import { getImport } from './get-import';
import { beginRun } from './import-step';
import { rememberMapping } from './mapping-store';
import { suggestSource } from './suggest-source';
import { getUnchangedImport } from './unchanged-import';

const inputSchema = z.object({
  importId: z.uuid(),
  /** Of the choices that the dry run was read with. */
  revision: z.string().optional(),
});

const checkFirst = {
  en: 'Do a dry run first, so that everyone sees what would be stored.',
  zh: '请先试运行，以便查看将保存的内容。',
};

const otherDryRun = {
  en: 'The file was read in another way since you opened this page. What is shown now is what would be stored: look at it again.',
  zh: '您打开此页面后，文件的读取方式已被修改。现在显示的才是将要保存的内容：请再次查看。',
};

/** Creates the missing departments, remembers the mapping and starts to store the rows. */
export const commitImport = audited(
  'feedback_import.commit',
  async (ctx: Context, input: z.input<typeof inputSchema>): Promise<string> => {
    authorise(ctx.viewer, 'update', 'FeedbackImport');
    const parsed = parseInput(inputSchema, input);
    const { importId } = parsed;
    if ((await getImport(ctx, { importId })).status !== 'checked') throw new Conflict(checkFirst);
    const file = await getUnchangedImport(ctx, parsed, otherDryRun);
    if (!file.mapping) throw new Conflict(checkFirst);
    const mapping = await createMissingDepartments(ctx, file.mapping);
    const { mappingName, signature } = file;
    const sourceName = await suggestSource(ctx, file);
    if (mappingName)
      await rememberMapping(ctx.db, {
        name: mappingName,
        signature,
        mapping,
        now: ctx.clock.now(),
      });
    await beginRun(ctx, file, 'committing', { mapping, mappingName, sourceName });
    return importId;
  },
  (_input, importId) => ({ subjectType: 'FeedbackImport', subjectId: importId }),
);
