import type { z } from 'zod';
import { type FieldError, InvalidInput, NotFound } from '../../../platform/errors';
import { newId } from '../../../platform/ids';
import { parseInput } from '../../../platform/parse-input';
import { assertUnchanged } from '../../../platform/revision';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { listDepartmentsById } from '../../organisation';
import { audited } from '../../privacy';
import { touchpointInput, type TouchpointInput, touchpointRevision } from './touchpoint';
import {
  findTouchpointByCode,
  hasStage,
  insertTouchpoint,
  selectTouchpoints,
  updateTouchpoint,
} from './touchpoint-store';

/** Creates a touchpoint, or changes the one with the given id. Resolves to its id. */
export const saveTouchpoint = audited(
  'touchpoint.save',
  async (ctx: Context, input: z.input<typeof touchpointInput>): Promise<string> => {
    authorise(ctx.viewer, input.touchpointId ? 'update' : 'create', 'Touchpoint');
    const parsed = parseInput(touchpointInput, input);
    if (parsed.touchpointId)
      await assertTouchpointUnchanged(ctx, parsed.touchpointId, parsed.revision);
    const problems = await findProblems(ctx, parsed);
    if (problems.length > 0) throw new InvalidInput(problems);
    if (parsed.touchpointId === null) {
      const touchpointId = newId();
      await insertTouchpoint(ctx.db, touchpointId, parsed);
      return touchpointId;
    }
    if (!(await updateTouchpoint(ctx.db, parsed.touchpointId, parsed))) throw new NotFound();
    return parsed.touchpointId;
  },
  (_input, touchpointId) => ({ subjectType: 'Touchpoint', subjectId: touchpointId }),
);

async function assertTouchpointUnchanged(
  ctx: Context,
  touchpointId: string,
  seen: string | undefined,
): Promise<void> {
  const read = async () => {
    const stored = (await selectTouchpoints(ctx.db)).find(
      (one) => one.touchpointId === touchpointId,
    );
    if (!stored) throw new NotFound();
    return touchpointRevision(stored);
  };
  await assertUnchanged(ctx.db, { thing: `touchpoint:${touchpointId}`, seen, read });
}

async function findProblems(ctx: Context, input: TouchpointInput): Promise<FieldError[]> {
  const problems: FieldError[] = [];
  const holder = await findTouchpointByCode(ctx.db, input.code);
  if (holder !== undefined && holder !== input.touchpointId) {
    problems.push({
      path: ['code'],
      message: {
        en: `The code ${input.code} is taken. Choose another.`,
        zh: `代码 ${input.code} 已被使用，请换一个。`,
      },
    });
  }
  const [owner] = await listDepartmentsById(ctx, { departmentIds: [input.ownerDepartmentId] });
  if (!owner) {
    problems.push({
      path: ['ownerDepartmentId'],
      message: { en: 'Choose an existing department.', zh: '请选择已有的部门。' },
    });
  }
  if (input.stageId !== null && !(await hasStage(ctx.db, input.stageId))) {
    problems.push({
      path: ['stageId'],
      message: { en: 'Choose an existing stage.', zh: '请选择已有的阶段。' },
    });
  }
  return problems;
}
