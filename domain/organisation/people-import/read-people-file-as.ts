import { z } from 'zod';
import { Conflict } from '../../../platform/errors';
import { parseInput } from '../../../platform/parse-input';
import { dateOrders } from '../../../universal/intake/date-format';
import { encodings } from '../../../universal/intake/encodings';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { FileRefused, openFile } from '../../intake';
import { audited } from '../../privacy';
import { storeReading } from './people-import-store';
import { checkFileJob, inspectPeopleFile } from './start-people-import';
import { getUnchangedPeopleImport } from './unchanged-import';

const inputSchema = z.object({
  peopleImportId: z.uuid(),
  encoding: z.enum(encodings).nullable().default(null),
  dateOrder: z.enum(dateOrders).nullable().default(null),
  departments: z
    .array(z.object({ value: z.string().min(1).max(200), departmentId: z.uuid() }))
    .max(500)
    .default([]),
  /** Of what was said when the form was opened. */
  revision: z.string().optional(),
});

/** What is stored, in part or whole, is not read in another way any more. */
export class CannotReadAgain extends Conflict {
  constructor() {
    super({
      en: 'This file is being checked or stored. Upload it again to read it in another way.',
      zh: '该文件正在检查或导入。如需以其他方式读取，请重新上传。',
    });
  }
}

/** Has a file checked again as a person says it is to be read; what they said before holds until they say otherwise. */
export const readPeopleFileAs = audited(
  'people_import.read_as',
  async (ctx: Context, input: z.input<typeof inputSchema>): Promise<string> => {
    authorise(ctx.viewer, 'create', 'Employee');
    const parsed = parseInput(inputSchema, input);
    const { peopleImportId, encoding, dateOrder, departments } = parsed;
    const found = await getUnchangedPeopleImport(ctx, parsed);
    if (!found.fileKey) throw new FileRefused('file-missing');
    const chosen = {
      encoding: encoding ?? found.encoding,
      certainty: encoding === null ? found.encodingCertainty : 'chosen',
      candidates: found.encodingCandidates,
    } as const;
    if (chosen.certainty === 'asked') throw new CannotReadAgain();
    const open = openFile(ctx, found.fileKey);
    const reading = { encoding: chosen, ...(await inspectPeopleFile(open, chosen)) };
    const said = new Set(departments.map(({ value }) => value));
    const choices = {
      dateOrder: dateOrder ?? found.choices.dateOrder,
      departments: [
        ...found.choices.departments.filter(({ value }) => !said.has(value)),
        ...departments,
      ],
    };
    if (!(await storeReading(ctx.db, peopleImportId, { choices, reading })))
      throw new CannotReadAgain();
    await ctx.queue.enqueue(ctx.db, checkFileJob, { peopleImportId });
    return peopleImportId;
  },
  (_input, peopleImportId) => ({ subjectType: 'PeopleImport', subjectId: peopleImportId }),
);
