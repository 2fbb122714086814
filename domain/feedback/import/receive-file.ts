import type { Readable } from 'node:stream';
import { newId } from '../../../platform/ids';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { openFile, takeUpload, tooLarge, type Upload } from '../../intake';
import { audited } from '../../privacy';
import { insertImport } from './import-store';
import { type FileInspection, inspectFile } from './inspect-file';

/** Refuses who may not upload, and a file by what its sender says of its size, before a byte of it is taken in. */
export function assertUploadAllowed(ctx: Context, bytes: number | undefined): void {
  authorise(ctx.viewer, 'create', 'FeedbackImport');
  if (bytes !== undefined && bytes > ctx.config.maxUploadBytes)
    throw tooLarge(ctx.config.maxUploadBytes);
}

/** Takes an uploaded file in, as it streams, and looks at how it is written. Resolves to the import's id. */
export async function receiveFile(
  ctx: Context,
  { stream, fileName }: { stream: Readable; fileName: string },
): Promise<string> {
  authorise(ctx.viewer, 'create', 'FeedbackImport');
  const mostBytes = ctx.config.maxUploadBytes;
  return takeUpload(ctx, { stream, fileName, mostBytes }, async (upload) =>
    recordUpload(ctx, {
      ...upload,
      inspection: await inspectFile(openFile(ctx, upload.fileKey), upload.encoding),
    }),
  );
}

const recordUpload = audited(
  'feedback_import.upload',
  async (
    ctx: Context,
    { fileKey, fileName, fileBytes, fileHash, inspection }: Upload & { inspection: FileInspection },
  ): Promise<string> => {
    const importId = newId();
    await insertImport(ctx.db, {
      fileKey,
      fileName,
      fileBytes,
      fileHash,
      inspection,
      importId,
      userAccountId: ctx.viewer.kind === 'signed-in' ? ctx.viewer.userAccountId : null,
      createdAt: ctx.clock.now(),
    });
    return importId;
  },
  ({ fileBytes }, importId) => ({
    subjectType: 'FeedbackImport',
    subjectId: importId,
    details: { fileBytes },
  }),
);
