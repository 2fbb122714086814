import type { LoaderFunctionArgs } from '@remix-run/node';

import { loadGrid } from './load-grid';
import { toPageGrid } from './page-grid';
import { ScorecardCard } from './scorecard-card';

/** The home page's card for those who answer for departments. */
export const scorecardHomeCard = {
  id: 'scorecards',
  roles: ['executive', 'department_head', 'manager'] as const,
  isWide: true,
  load: async (input: Pick<LoaderFunctionArgs, 'request' | 'context'>) =>
    toPageGrid(await loadGrid(input)),
  Card: ScorecardCard,
};
