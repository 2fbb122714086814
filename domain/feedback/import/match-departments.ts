import { z } from 'zod';
import { Conflict, type FieldError, InvalidInput } from '../../../platform/errors';
import { parseInput } from '../../../platform/parse-input';
import {
  departmentMatchSchema,
  importMappingSchema,
  pathKey,
} from '../../../universal/feedback/import-mapping';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { listDepartmentsById } from '../../organisation';
import { audited } from '../../privacy';
import type { FeedbackImport } from './feedback-import';
import { beginRun } from './import-step';
import { suggestSource } from './suggest-source';
import { getUnchangedImport } from './unchanged-import';

const inputSchema = z.object({
  importId: z.uuid(),
  departments: z.array(departmentMatchSchema).max(2000),
  createUnderId: z.uuid().nullable(),
  mappingName: z.string().trim().min(1).max(120).nullable(),
  /** Of the choices that the form was opened with. */
  revision: z.string().optional(),
});

const columnsFirst = {
  en: 'Say first which column is what.',
  zh: '请先说明各列的含义。',
};

/** Says which department each value of the file stands for, and starts the dry run. */
export const matchDepartments = audited(
  'feedback_import.match_departments',
  async (ctx: Context, input: z.input<typeof inputSchema>): Promise<string> => {
    authorise(ctx.viewer, 'update', 'FeedbackImport');
    const parsed = parseInput(inputSchema, input);
    const { importId, departments, createUnderId, mappingName } = parsed;
    const file = await getUnchangedImport(ctx, parsed);
    if (!file.mapping) throw new Conflict(columnsFirst);
    const problems = [
      ...findUndecided(file, departments),
      ...(await findProblems(ctx, departments, createUnderId)),
    ];
    if (problems.length > 0) throw new InvalidInput(problems);
    const remembered = unmentioned(file.mapping.departments, departments);
    const mapping = importMappingSchema.parse({
      columns: file.mapping.columns,
      createUnderId,
      departments: [...departments, ...remembered].slice(0, 2000),
    });
    await beginRun(ctx, file, 'checking', {
      mapping,
      mappingName,
      sourceName: await suggestSource(ctx, file),
    });
    return importId;
  },
  (_input, importId) => ({ subjectType: 'FeedbackImport', subjectId: importId }),
);

type Matches = z.output<typeof inputSchema>['departments'];

/** Matches for values that this file does not hold stay known for the next one. */
function unmentioned(known: Matches, given: Matches): Matches {
  const mentioned = new Set(given.map(({ path }) => pathKey(path)));
  return known.filter((match) => match.action === 'use' && !mentioned.has(pathKey(match.path)));
}

/** No value makes a department, or loses its rows, by nobody's decision. */
function findUndecided({ profile }: FeedbackImport, matches: Matches): FieldError[] {
  const decided = new Map(matches.map((match) => [pathKey(match.path), match]));
  const named = (path: readonly string[]) => `“${path.join(' / ')}”`;
  const problems: FieldError[] = (profile?.departments ?? []).flatMap(({ path }) => {
    if (path.length === 0 || decided.has(pathKey(path))) return [];
    return {
      path: ['departments', pathKey(path)],
      message: {
        en: `Choose what ${named(path)} stands for.`,
        zh: `请选择${named(path)}代表哪个部门。`,
      },
    };
  });
  for (const match of matches) {
    if (match.action !== 'same') continue;
    const other = decided.get(pathKey(match.sameAs));
    if (other && other.action !== 'same') continue;
    problems.push({
      path: ['departments', pathKey(match.path)],
      message: {
        en: `Choose what ${named(match.sameAs)} stands for first.`,
        zh: `请先选择${named(match.sameAs)}代表哪个部门。`,
      },
    });
  }
  return problems;
}

async function findProblems(
  ctx: Context,
  matches: Matches,
  createUnderId: string | null,
): Promise<FieldError[]> {
  const problems: FieldError[] = [];
  const used = [
    ...new Set(matches.flatMap((match) => (match.action === 'use' ? [match.departmentId] : []))),
  ];
  const asked = createUnderId === null ? used : [...used, createUnderId];
  const found = await listDepartmentsById(ctx, { departmentIds: asked });
  const absent = new Set(asked.filter((_id, index) => found[index] === null));
  matches.forEach((match) => {
    if (match.action === 'use' && absent.has(match.departmentId)) {
      problems.push({
        path: ['departments', pathKey(match.path)],
        message: { en: 'This department does not exist.', zh: '该部门不存在。' },
      });
    }
  });
  if (
    matches.some(({ action }) => action === 'create') &&
    (createUnderId === null || absent.has(createUnderId))
  ) {
    problems.push({
      path: ['createUnderId'],
      message: {
        en: 'Choose the department to create the missing ones under.',
        zh: '请选择在哪个部门之下创建缺少的部门。',
      },
    });
  }
  return problems;
}
