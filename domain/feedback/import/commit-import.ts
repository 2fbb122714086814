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

const inputSchema = z.object({ importId: z.uuid() });

const checkFirst = {
  en: 'Do a dry run first, so that everyone sees what would be stored.',
  zh: '请先试运行，以便查看将保存的内容。',
};

/** Creates the missing departments, remembers the mapping and starts to store the rows. */
export const commitImport = audited(
  'feedback_import.commit',
  async (ctx: Context, input: z.input<typeof inputSchema>): Promise<string> => {
    authorise(ctx.viewer, 'update', 'FeedbackImport');
    const { importId } = parseInput(inputSchema, input);
    const file = await getImport(ctx, { importId });
    if (file.status !== 'checked' || !file.mapping) throw new Conflict(checkFirst);
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
