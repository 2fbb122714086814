import { z } from 'zod';
import { Conflict } from '../../../platform/errors';
import { parseInput } from '../../../platform/parse-input';
import { encodings } from '../../../universal/intake/encodings';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { FileRefused, openFile } from '../../intake';
import { audited } from '../../privacy';
import { getImport } from './get-import';
import { notNow, startsFrom } from './import-step';
import { storeInspection } from './import-store';
import { inspectFile } from './inspect-file';

const inputSchema = z.object({ importId: z.uuid(), encoding: z.enum(encodings) });

/** Reads the file again in the encoding that a person chose; which column is what has to be said anew. */
export const chooseEncoding = audited(
  'feedback_import.choose_encoding',
  async (ctx: Context, input: z.input<typeof inputSchema>): Promise<string> => {
    authorise(ctx.viewer, 'update', 'FeedbackImport');
    const { importId, encoding } = parseInput(inputSchema, input);
    const { fileKey, encodingCandidates: candidates } = await getImport(ctx, { importId });
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
