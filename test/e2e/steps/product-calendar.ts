import { systemClock } from '../../../platform/clock';
import { formatPeriod, type Period, recentPeriods } from '../../../universal/period';

export const today = () => systemClock.now().toISOString().slice(0, 10);

/** The newest quarter that is over; the demo organisation has answers of it whatever day it is. */
export function lastCompleteQuarter(): Period {
  return newestQuarters()[1]!;
}

/** The quarter whose name stands in a text of the product. */
export function quarterNamedIn(text: string, locale: 'en' | 'zh'): Period | undefined {
  return newestQuarters().find((quarter) => text.includes(formatPeriod(locale, quarter)));
}

const newestQuarters = (): Period[] => recentPeriods('quarter', today(), 3);
