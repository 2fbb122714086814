import type { Readable } from 'node:stream';
import { Transform, type TransformCallback } from 'node:stream';
import { z } from 'zod';
import { Conflict, InvalidInput, NotFound } from '../../../platform/errors';
import { newId } from '../../../platform/ids';
import { parseInput } from '../../../platform/parse-input';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { audited } from '../../privacy';
import { changeState, findPeopleImport, insertPeopleImport } from './people-import-store';

export const checkFileJob = 'organisation.check-people-file';
export const importPeopleJob = 'organisation.import-people';
const megabyte = 1024 * 1024;
const largestFile = 64 * megabyte;

/** Takes in a file with people as it streams, and has it checked. Resolves to the import's id. */
export async function receivePeopleFile(
  ctx: Context,
  { stream, fileName }: { stream: Readable; fileName: string },
): Promise<string> {
  authorise(ctx.viewer, 'create', 'Employee');
  const meter = new Meter();
  stream.on('error', (error) => meter.destroy(error));
  const fileKey = await ctx.storage.put(stream.pipe(meter), 'people.csv');
  try {
    return await recordUpload(ctx, { fileName, fileKey, fileBytes: meter.bytes });
  } catch (error) {
    await ctx.storage.remove(fileKey);
    throw error;
  }
}

const recordUpload = audited(
  'people_import.upload',
  async (
    ctx: Context,
    upload: { fileName: string; fileKey: string; fileBytes: number },
  ): Promise<string> => {
    const peopleImportId = newId();
    await insertPeopleImport(ctx.db, {
      ...upload,
      peopleImportId,
      fileName: upload.fileName.replace(/^.*[\\/]/, '').slice(0, 200) || 'people.csv',
      userAccountId: ctx.viewer.kind === 'signed-in' ? ctx.viewer.userAccountId : null,
      createdAt: ctx.clock.now(),
    });
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

/** Has the good rows of a checked file stored in the background. */
export const startPeopleImport = audited(
  'people_import.start',
  async (ctx: Context, input: unknown): Promise<string> => {
    authorise(ctx.viewer, 'create', 'Employee');
    const { peopleImportId } = parseInput(z.object({ peopleImportId: z.uuid() }), input);
    if (!(await findPeopleImport(ctx.db, peopleImportId))) throw new NotFound();
    const change = { from: ['checked'], to: 'importing' } as const;
    if (!(await changeState(ctx.db, peopleImportId, change))) throw new NotReadyToImport();
    await ctx.queue.enqueue(ctx.db, importPeopleJob, { peopleImportId });
    return peopleImportId;
  },
  (_input, peopleImportId) => ({ subjectType: 'PeopleImport', subjectId: peopleImportId }),
);

/** Counts what flows through, and ends the flow at the limit. */
class Meter extends Transform {
  bytes = 0;

  override _transform(chunk: Uint8Array, _encoding: string, done: TransformCallback): void {
    this.bytes += chunk.length;
    if (this.bytes <= largestFile) done(null, chunk);
    else done(tooLarge());
  }
}

const tooLarge = () =>
  new InvalidInput([
    {
      path: ['file'],
      message: {
        en: `The file is larger than ${largestFile / megabyte} MB. Split it and upload the parts.`,
        zh: `文件超过 ${largestFile / megabyte} MB，请拆分后分别上传。`,
      },
    },
  ]);
