import { z } from 'zod';
import { Conflict } from '../../../platform/errors';
import { parseInput } from '../../../platform/parse-input';
import { encodings } from '../../../universal/intake/encodings';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { FileRefused, openFile } from '../../intake';
import { audited } from '../../privacy';
import { notNow, startsFrom } from './import-step';
import { storeInspection } from './import-store';
import { inspectFile } from './inspect-file';
import { getUnchangedImport } from './unchanged-import';

const inputSchema = z.object({
  importId: z.uuid(),
  encoding: z.enum(encodings),
  revision: z.string().optional(),
});

const otherReading = {
  en: 'Somebody else, or you in another window, said since how this file is to be read. What is shown now is how it is read: look at it again.',
  zh: '他人或您在另一窗口中已修改该文件的读取方式。现在显示的是当前的读取方式：请再次查看。',
};

/** Reads the file again in the encoding that a person chose; which column is what has to be said anew. */
export const chooseEncoding = audited(
  'feedback_import.choose_encoding',
  async (ctx: Context, input: z.input<typeof inputSchema>): Promise<string> => {
    authorise(ctx.viewer, 'update', 'FeedbackImport');
    const parsed = parseInput(inputSchema, input);
    const { importId, encoding } = parsed;
    const { fileKey, encodingCandidates: candidates } = await getUnchangedImport(
      ctx,
      parsed,
      otherReading,
    );
    if (fileKey === null) throw new FileRefused('file-missing');
    const inspection = await inspectFile(openFile(ctx, fileKey), {
      encoding,
      certainty: 'chosen',
      candidates,
    });
    const isStored = await storeInspection(ctx.db, {
      importId,
      inspection,
      from: startsFrom.profiling,
    });
    if (!isStored) throw new Conflict(notNow);
    return importId;
  },
  (_input, importId) => ({ subjectType: 'FeedbackImport', subjectId: importId }),
);
