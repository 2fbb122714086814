import type { z } from 'zod';
import { NotFound } from '../../../platform/errors';
import { parseInput } from '../../../platform/parse-input';
import { assertUnchanged } from '../../../platform/revision';
import { authorise } from '../../access';
import type { Context } from '../../context';
import { audited } from '../../privacy';
import { journeyInput, journeyRevision, type Stage } from './touchpoint';
import { insertJourney, selectJourneys, updateJourney } from './touchpoint-store';

const firstStages: readonly Omit<Stage, 'stageId'>[] = [
  { kind: 'before', nameEn: 'Before', nameZh: '之前' },
  { kind: 'during', nameEn: 'During', nameZh: '期间' },
  { kind: 'after', nameEn: 'After', nameZh: '之后' },
];

async function assertJourneyUnchanged(
  ctx: Context,
  journeyId: string,
  seen: string | undefined,
): Promise<void> {
  const read = async () => {
    const stored = (await selectJourneys(ctx.db)).find((one) => one.journeyId === journeyId);
    if (!stored) throw new NotFound();
    return journeyRevision(stored);
  };
  await assertUnchanged(ctx.db, { thing: `journey:${journeyId}`, seen, read });
}

/** Creates a journey with its three stages, or renames the one with the given id. Resolves to its id. */
export const saveJourney = audited(
  'journey.save',
  async (ctx: Context, input: z.input<typeof journeyInput>): Promise<string> => {
    authorise(ctx.viewer, input.journeyId ? 'update' : 'create', 'Touchpoint');
    const parsed = parseInput(journeyInput, input);
    if (parsed.journeyId === null) return insertJourney(ctx.db, parsed, firstStages);
    await assertJourneyUnchanged(ctx, parsed.journeyId, parsed.revision);
    if (!(await updateJourney(ctx.db, parsed.journeyId, parsed))) throw new NotFound();
    return parsed.journeyId;
  },
  (_input, journeyId) => ({ subjectType: 'Journey', subjectId: journeyId }),
);
