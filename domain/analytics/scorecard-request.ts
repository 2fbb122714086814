import { InvalidInput } from '../../platform/errors';
import { parsePeriod, type Period } from '../../universal/period';

/** The metrics a scorecard shows unless others are asked for. */
export const DEFAULT_METRIC_KEYS = ['nps', 'csat', 'ces', 'response_count'] as const;

const LONGEST_PERIOD_DAYS = 366 * 5;

/** Reads a period's key such as `2026-Q3`; refuses what is none, and more than five years. */
export function readPeriod(key: string): Period {
  const period = parsePeriod(key);
  if (!period) {
    throw new InvalidInput([
      {
        path: ['period'],
        message: {
          en: 'Give a month (2026-03), a quarter (2026-Q1), a year (2026) or two days (2026-03-05_2026-04-01).',
          zh: '请填写月份（2026-03）、季度（2026-Q1）、年份（2026）或起止日期（2026-03-05_2026-04-01）。',
        },
      },
    ]);
  }
  const days = (Date.parse(period.endOn) - Date.parse(period.startOn)) / 86_400_000;
  if (days > LONGEST_PERIOD_DAYS) {
    throw new InvalidInput([
      {
        path: ['period'],
        message: { en: 'Choose at most five years.', zh: '时间范围最长为五年。' },
      },
    ]);
  }
  return period;
}
