import { DateTime } from 'luxon';
import { InvalidInput, NotFound } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import { audited } from '../privacy';
import { getNewestVersion } from '../surveys';
import { pulseErrors, type PulseRound, roundHours, roundInput } from './pulse';
import { insertRound, selectProgrammes, selectRoundById } from './round-store';

/** Plans a round with the newest version of the programme's survey. It opens and closes by itself at its times. */
export const createPulseRound = audited(
  'pulse_round.create',
  async (ctx: Context, input: unknown): Promise<PulseRound> => {
    authorise(ctx.viewer, 'create', 'PulseRound');
    const { programmeId, opensOn, closesOn } = parseInput(roundInput, input);
    const at = (day: string, hour: number) =>
      DateTime.fromISO(day, { zone: ctx.organisation.timeZone }).set({ hour }).toJSDate();
    const opensAt = at(opensOn, roundHours.opens);
    const closesAt = at(closesOn, roundHours.closes);
    if (closesAt <= ctx.clock.now()) {
      throw new InvalidInput([{ path: ['closesOn'], message: pulseErrors.alreadyOver }]);
    }
    const [programme] = await selectProgrammes(ctx.db, programmeId);
    if (!programme) throw new NotFound();
    const { surveyVersionId } = await getNewestVersion(ctx, programme.surveyId);
    const roundId = newId();
    await insertRound(ctx.db, { roundId, programmeId, surveyVersionId, opensAt, closesAt });
    const created = await selectRoundById(ctx.db, roundId);
    if (!created) throw new NotFound();
    return created;
  },
  (_input, round) => ({ subjectType: 'PulseRound', subjectId: round.roundId }),
);
