import type { ActiveFilter } from '../../components/filter-chips';
import type { feedbackMessages } from '../../locales/feedback';

export interface ChosenFilters {
  department: string;
  touchpoint: string;
  score: string;
  order: string;
  q: string;
}

interface Known {
  departments: readonly { departmentId: string; name: string }[];
  touchpoints: readonly { touchpointId: string; name: string }[];
  chosen: ChosenFilters;
}

/** What the list is narrowed to, in words. A value that is not known any more can still be removed. */
export function activeFilters(
  t: (typeof feedbackMessages)['en'],
  { departments, touchpoints, chosen }: Known,
): ActiveFilter[] {
  const bands: Readonly<Record<string, string>> = {
    low: t.bandLow,
    middle: t.bandMiddle,
    high: t.bandHigh,
  };
  const department = departments.find(
    ({ departmentId }) => departmentId === chosen.department,
  )?.name;
  const touchpoint = touchpoints.find(
    ({ touchpointId }) => touchpointId === chosen.touchpoint,
  )?.name;
  const all = [
    { parameter: 'q', name: t.search, value: chosen.q },
    {
      parameter: 'department',
      name: t.department,
      value: chosen.department && (department ?? '?'),
    },
    {
      parameter: 'touchpoint',
      name: t.touchpoint,
      value: chosen.touchpoint && (touchpoint ?? '?'),
    },
    { parameter: 'score', name: t.score, value: bands[chosen.score] ?? '' },
  ];
  return all
    .filter(({ value }) => value !== '')
    .map(({ parameter, name, value }) => ({ parameter, label: t.chip({ name, value }) }));
}
