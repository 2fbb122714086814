import { z } from 'zod';
import { type FieldError, InvalidInput } from '../../../platform/errors';
import { parseInput, sayBoth } from '../../../platform/parse-input';
import {
  columnMappingSchema,
  importMappingSchema,
  mappingMessages,
} from '../../../universal/feedback/import-mapping';
import { refusalText } from '../../../universal/intake/file-refusal';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { audited } from '../../privacy';
import { missingColumns } from './feedback-import';
import { beginRun } from './import-step';
import { selectMappings } from './mapping-store';
import { suggestSource } from './suggest-source';
import { getUnchangedImport } from './unchanged-import';

for (const message of Object.values(mappingMessages)) sayBoth(message);

const inputSchema = z.object({
  importId: z.uuid(),
  mapping: columnMappingSchema,
  /** Without one the suggested name is taken. */
  source: z
    .string()
    .trim()
    .min(1, mappingMessages.sourceMissing.en)
    .max(120)
    .nullable()
    .default(null),
  /** Of the choices that the form was opened with. */
  revision: z.string().optional(),
});

/** What stands in the file is not known before it is known how it is written. */
export class EncodingNotChosen extends InvalidInput {
  constructor() {
    const message = {
      en: 'Say first how the file is written: its letters can be read in several ways.',
      zh: '请先选择文件的编码：其中的文字有多种读法。',
    };
    super([{ path: ['encoding'], message }], message);
  }
}

/** Says which column is what and starts to read the whole file with it. Matches of departments made before are kept. */
export const mapColumns = audited(
  'feedback_import.map_columns',
  async (ctx: Context, input: z.input<typeof inputSchema>): Promise<string> => {
    authorise(ctx.viewer, 'update', 'FeedbackImport');
    const parsed = parseInput(inputSchema, input);
    const { importId, mapping: columns, source } = parsed;
    const file = await getUnchangedImport(ctx, parsed);
    if (file.encodingCertainty === 'asked') throw new EncodingNotChosen();
    const missing = missingColumns(columns, file.columns);
    if (missing.length > 0) {
      throw new InvalidInput(
        missing.map((column): FieldError => ({
          path: ['mapping'],
          message: refusalText('missing-column', { column }),
        })),
      );
    }
    const before = file.mapping ?? (await rememberedFor(ctx, file.signature, columns.department));
    const sameDepartments =
      before && before.columns.department.join('\u0000') === columns.department.join('\u0000');
    const mapping = importMappingSchema.parse({ ...(sameDepartments ? before : {}), columns });
    await beginRun(ctx, file, 'profiling', {
      mapping,
      mappingName: file.mappingName,
      sourceName: source ?? (await suggestSource(ctx, file)),
    });
    return importId;
  },
  (_input, importId) => ({ subjectType: 'FeedbackImport', subjectId: importId }),
);

async function rememberedFor(ctx: Context, signature: string, department: readonly string[]) {
  const remembered = await selectMappings(ctx.db, signature);
  return remembered.find(
    ({ mapping }) => mapping.columns.department.join('\u0000') === department.join('\u0000'),
  )?.mapping;
}
