import { systemViewer } from '../domain/access';
import { getScorecardGrid } from '../domain/analytics';
import { todayOf } from '../domain/organisation';
import { choosePeriod } from '../universal/period';
import type { Application } from './application';

/**
 * Asks what the first executive of the day will ask. The semantic layer compiles a question when it is first asked, which
 * keeps the process busy for seconds: better before it takes requests than while people answer.
 */
export async function warmScorecards({ contextFor }: Pick<Application, 'contextFor'>) {
  const ctx = await contextFor({ viewer: systemViewer, requestId: 'warm-up' });
  const { period, comparison } = choosePeriod(new URLSearchParams(), todayOf(ctx));
  await getScorecardGrid(ctx, { period: period.key, comparison });
}
