import type { Readable } from 'node:stream';
import { z } from 'zod';
import { Conflict } from '../../../platform/errors';
import { newId } from '../../../platform/ids';
import { parseInput } from '../../../platform/parse-input';
import type { EncodingFinding } from '../../../universal/intake/encodings';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { FileRefused, inspectTable, openFile, takeUpload } from '../../intake';
import { audited } from '../../privacy';
import { changeState, insertPeopleImport, tallyRows } from './people-import-store';
import { planColumns, templateColumns } from './person-row';
import { getUnchangedPeopleImport } from './unchanged-import';

export const checkFileJob = 'organisation.check-people-file';
export const importPeopleJob = 'organisation.import-people';
const largestFile = 64 * 1024 * 1024;

/** Takes in a file with people as it streams, and has it checked. Resolves to the import's id. */
export async function receivePeopleFile(
  ctx: Context,
  { stream, fileName }: { stream: Readable; fileName: string },
): Promise<string> {
  authorise(ctx.viewer, 'create', 'Employee');
  const file = { stream, fileName, mostBytes: largestFile };
  return takeUpload(ctx, file, async (upload) =>
    recordUpload(ctx, {
      ...upload,
      ...(await inspectPeopleFile(openFile(ctx, upload.fileKey), upload.encoding)),
    }),
  );
}

/** How the file is separated, and that it has the columns without which nobody is known. */
export async function inspectPeopleFile(
  open: () => AsyncIterable<Uint8Array>,
  { encoding, certainty }: EncodingFinding,
): Promise<{ delimiter: string; columns: string[] }> {
  const { delimiter, columns } = await inspectTable(open, encoding);
  const { missing } = planColumns(columns);
  // Headings that cannot be read yet are none that are missing.
  if (missing.length > 0 && certainty !== 'asked') {
    throw new FileRefused('missing-fields', {
      wanted: missing.map((field) => templateColumns[field]).join(', '),
      found: columns.join(', ').slice(0, 500),
    });
  }
  return { delimiter, columns };
}

const recordUpload = audited(
  'people_import.upload',
  async (
    ctx: Context,
    upload: {
      fileName: string;
      fileKey: string;
      fileBytes: number;
      encoding: EncodingFinding;
      delimiter: string;
      columns: string[];
    },
  ): Promise<string> => {
    const peopleImportId = newId();
    await insertPeopleImport(ctx.db, {
      ...upload,
      peopleImportId,
      userAccountId: ctx.viewer.kind === 'signed-in' ? ctx.viewer.userAccountId : null,
      createdAt: ctx.clock.now(),
    });
    if (upload.encoding.certainty !== 'asked')
      await ctx.queue.enqueue(ctx.db, checkFileJob, { peopleImportId });
    return peopleImportId;
  },
  ({ fileBytes }, peopleImportId) => ({
    subjectType: 'PeopleImport',
    subjectId: peopleImportId,
    details: { fileBytes },
  }),
);

/** Only a file that was checked can be stored, and once. */
export class NotReadyToImport extends Conflict {
  constructor() {
    super({
      en: 'This file is not checked yet, or is stored already.',
      zh: '该文件尚未检查完毕，或已经导入。',
    });
  }
}

const startInput = z.object({
  peopleImportId: z.uuid(),
  /** Of what was said when the outcome of the check was read. */
  revision: z.string().optional(),
});

/** Has the good rows of a checked file stored in the background. */
export const startPeopleImport = audited(
  'people_import.start',
  async (ctx: Context, input: unknown): Promise<string> => {
    authorise(ctx.viewer, 'create', 'Employee');
    const parsed = parseInput(startInput, input);
    const { peopleImportId } = parsed;
    await getUnchangedPeopleImport(ctx, parsed);
    // What was interrupted goes on where it stopped: its rows are there still.
    const { judged, stored } = await tallyRows(ctx.db, peopleImportId);
    if (judged === stored) throw new NotReadyToImport();
    const change = { from: ['checked', 'failed'], to: 'importing' } as const;
    if (!(await changeState(ctx.db, peopleImportId, change))) throw new NotReadyToImport();
    await ctx.queue.enqueue(ctx.db, importPeopleJob, { peopleImportId });
    return peopleImportId;
  },
  (_input, peopleImportId) => ({ subjectType: 'PeopleImport', subjectId: peopleImportId }),
);
