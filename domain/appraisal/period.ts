import { DateTime } from 'luxon';
import { type Period, recentPeriods } from '../../universal/period';
import type { PeriodRule } from './template';

/** The days that an indicator looks at when it is asked at that moment. A quarter counts only once it is over. */
export function periodOf(rule: PeriodRule, moment: Date, timeZone: string): Period {
  const today = DateTime.fromJSDate(moment, { zone: timeZone }).toFormat('yyyy-MM-dd');
  const quartersBack: Record<PeriodRule, number> = { last_complete_quarter: 1 };
  return recentPeriods('quarter', today, quartersBack[rule] + 1).at(-1)!;
}

/** The moments at which a period begins and has ended, for questions to the facts themselves. */
export function momentsOf(
  { startOn, endOn }: Pick<Period, 'startOn' | 'endOn'>,
  timeZone: string,
): { since: Date; until: Date } {
  return {
    since: DateTime.fromISO(startOn, { zone: timeZone }).toJSDate(),
    until: DateTime.fromISO(endOn, { zone: timeZone }).plus({ days: 1 }).toJSDate(),
  };
}
