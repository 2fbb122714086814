import type { z } from 'zod';
import { NotFound } from '../../../platform/errors';
import { parseInput } from '../../../platform/parse-input';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { audited } from '../../privacy';
import { journeyInput, type Stage } from './touchpoint';
import { insertJourney, updateJourney } from './touchpoint-store';

const firstStages: readonly Omit<Stage, 'stageId'>[] = [
  { kind: 'before', nameEn: 'Before', nameZh: '之前' },
  { kind: 'during', nameEn: 'During', nameZh: '期间' },
  { kind: 'after', nameEn: 'After', nameZh: '之后' },
];

/** Creates a journey with its three stages, or renames the one with the given id. Resolves to its id. */
export const saveJourney = audited(
  'journey.save',
  async (ctx: Context, input: z.input<typeof journeyInput>): Promise<string> => {
    authorise(ctx.viewer, input.journeyId ? 'update' : 'create', 'Touchpoint');
    const parsed = parseInput(journeyInput, input);
    if (parsed.journeyId === null) return insertJourney(ctx.db, parsed, firstStages);
    if (!(await updateJourney(ctx.db, parsed.journeyId, parsed))) throw new NotFound();
    return parsed.journeyId;
  },
  (_input, journeyId) => ({ subjectType: 'Journey', subjectId: journeyId }),
);
