import type { LoaderFunctionArgs } from '@remix-run/node';
import { PulseHomeDocument } from './pulse.document';

type Input = Pick<LoaderFunctionArgs, 'context'>;

/** The home page's card for everyone who is asked: a pulse to answer, and what came of the last one. */
export const pulseHomeCard = {
  roles: ['employee'] as const,
  load: async ({ context }: Input) => {
    const { ownPulse, pulseRounds } = await context.query(PulseHomeDocument);
    const released = pulseRounds.find(({ isReleased }) => isReleased);
    if (!ownPulse && !released) return undefined;
    return { own: ownPulse, released: released ?? null };
  },
};
