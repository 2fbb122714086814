import type { LoaderFunctionArgs } from '@remix-run/node';
import type { ComponentType } from 'react';

import type { Role } from '../../../server/load-context.server';
import { systemHomeCard } from '../../administration/system-card';
import { cycleCard, sharedReviewCard, toWriteCard } from '../../appraisal/home-cards';
import { pulseHomeCard } from '../../pulse/home-card';
import { scorecardHomeCard } from '../../scorecards/home-card';

type LoaderInput = Pick<LoaderFunctionArgs, 'request' | 'context'>;

/** One card of the home page. `load` gives undefined where there is nothing to show; then the card is not there. */
export interface HomeCard<Data> {
  id: string;
  roles: readonly Role[];
  /** Over the whole width: the scorecard grid. */
  isWide: boolean;
  load: (input: LoaderInput) => Promise<Data | undefined>;
  Card: ComponentType<{ data: Data }>;
}

/** Keeps a card's data and its component together while the list forgets what the data is. */
export function homeCard<Data>(card: HomeCard<Data>): HomeCard<unknown> {
  return card as HomeCard<unknown>;
}

/** In the order of the page: what needs someone first, how things are second. */
export const homeCards: readonly HomeCard<unknown>[] = [
  homeCard(pulseHomeCard),
  homeCard(sharedReviewCard),
  homeCard(toWriteCard),
  homeCard(cycleCard),
  homeCard(systemHomeCard),
  homeCard(scorecardHomeCard),
];

/** Loads every card of the viewer's roles side by side. */
export async function loadHome(input: LoaderInput): Promise<Record<string, unknown>> {
  const roles = input.context.viewer?.roles ?? [];
  const mine = homeCards.filter((card) => card.roles.some((role) => roles.includes(role)));
  const loaded = await Promise.all(
    mine.map(async (card) => [card.id, await card.load(input)] as const),
  );
  return Object.fromEntries(loaded.filter(([, data]) => data !== undefined));
}
