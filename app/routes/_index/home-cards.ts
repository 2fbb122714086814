import type { LoaderFunctionArgs } from '@remix-run/node';

import type { Role } from '../../../server/load-context.server';
import { systemHomeCard } from '../../administration/home-card';
import { cycleCard, sharedReviewCard, toWriteCard } from '../../appraisal/home-cards';
import { pulseHomeCard } from '../../pulse/home-card';
import { scorecardHomeCard } from '../../scorecards/home-card';

type LoaderInput = Pick<LoaderFunctionArgs, 'request' | 'context'>;

/** What a card of the home page shows to whom. `load` gives undefined where there is nothing to show; then there is no card. */
interface HomeCard {
  roles: readonly Role[];
  load: (input: LoaderInput) => Promise<unknown>;
}

const homeCards = {
  pulse: pulseHomeCard,
  sharedReview: sharedReviewCard,
  reviewsToWrite: toWriteCard,
  reviewCycles: cycleCard,
  system: systemHomeCard,
  scorecards: scorecardHomeCard,
} satisfies Record<string, HomeCard>;

type CardId = keyof typeof homeCards;

/** What there is to show, by card. */
export type HomeData = {
  [Id in CardId]?: NonNullable<Awaited<ReturnType<(typeof homeCards)[Id]['load']>>>;
};

/** Loads every card of the viewer's roles side by side. */
export async function loadHome(input: LoaderInput): Promise<HomeData> {
  const roles = input.context.viewer?.roles ?? [];
  const cards: [string, HomeCard][] = Object.entries(homeCards);
  const mine = cards.filter(([, card]) => card.roles.some((role) => roles.includes(role)));
  const loaded = await Promise.all(
    mine.map(async ([id, card]) => [id, await card.load(input)] as const),
  );
  return Object.fromEntries(loaded.filter(([, data]) => data !== undefined));
}
