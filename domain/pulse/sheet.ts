import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import { isScaled, maximumCommentLength, type Question } from '../../universal/survey';
import { tenureBands } from './tenure-band';

const sheetShape = z.object({
  departmentId: z.uuid(),
  tenureBand: z.enum(tenureBands),
  scores: z.array(z.tuple([z.string(), z.number().int()])),
  comments: z.array(z.tuple([z.string(), z.string()])),
});

/** What one person answered in one round, with the group they are counted in, and nothing that names them. */
export type Sheet = z.output<typeof sheetShape>;

const lengthBytes = 4;
const placementRoom = 512;
const questionRoom = 256;
/** The packing takes one or two bytes for a UTF-16 unit. */
const commentRoom = 2 * maximumCommentLength;

/** The length that every sheet of a survey has once it is packed, however little was answered. */
export function packedLength(questions: readonly Question[]): number {
  return questions.reduce(
    (length, question) => length + questionRoom + (isScaled(question) ? 0 : commentRoom),
    placementRoom,
  );
}

/** The sheet as bytes, filled up to the one length that all sheets of the survey have. */
export function packSheet(sheet: Sheet, questions: readonly Question[]): Buffer {
  const content = serialize(sheet);
  const packed = Buffer.alloc(packedLength(questions));
  if (lengthBytes + content.length > packed.length) throw new Error('A sheet outgrew its room');
  packed.writeUInt32BE(content.length);
  content.copy(packed, lengthBytes);
  return packed;
}

export function unpackSheet(packed: Buffer): Sheet {
  const end = lengthBytes + packed.readUInt32BE();
  return sheetShape.parse(deserialize(packed.subarray(lengthBytes, end)));
}
