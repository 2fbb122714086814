import type { LoaderFunctionArgs } from '@remix-run/node';

import { loadGrid } from './load-grid';
import { toPageGrid } from './page-grid';

/** The home page's card for those who answer for departments. */
export const scorecardHomeCard = {
  roles: ['executive', 'department_head', 'manager'] as const,
  load: async (input: Pick<LoaderFunctionArgs, 'request' | 'context'>) =>
    toPageGrid(await loadGrid(input)),
};
