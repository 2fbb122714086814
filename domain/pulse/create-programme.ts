import { NotFound } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { ensureSurvey, getNewestVersion } from '../surveys';
import { programmeInput, type PulseProgramme } from './pulse';
import { insertProgramme, selectProgrammes } from './round-store';

/** Starts a programme of confidential rounds. Its thresholds can no longer change once the first round has opened. */
export const createPulseProgramme = audited(
  'pulse_programme.create',
  async (ctx: Context, input: unknown): Promise<PulseProgramme> => {
    authorise(ctx.viewer, 'create', 'PulseProgramme');
    const programme = parseInput(programmeInput, input);
    const surveyId = programme.surveyId ?? (await ensureSurvey(ctx, 'employee'));
    await getNewestVersion(ctx, surveyId);
    const programmeId = newId();
    await insertProgramme(ctx.db, { ...programme, programmeId, surveyId });
    const [created] = await selectProgrammes(ctx.db, programmeId);
    if (!created) throw new NotFound();
    return created;
  },
  (_input, programme) => ({ subjectType: 'PulseProgramme', subjectId: programme.programmeId }),
);

/** The programmes, for those who plan rounds. */
export async function listPulseProgrammes(ctx: Context): Promise<PulseProgramme[]> {
  authorise(ctx.viewer, 'read', 'PulseProgramme');
  return selectProgrammes(ctx.db);
}
