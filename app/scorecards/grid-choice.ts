import type { TargetStatus } from './scorecard';

export const gridViews = ['table', 'heat', 'trends'] as const;
export type GridView = (typeof gridViews)[number];

/** How the address asks for the grid to be arranged. */
export interface GridChoice {
  view: GridView;
  words: string;
  level: number | null;
  metricKey: string | null;
  status: TargetStatus | null;
  /** A metric's key or `name`; null: the order of the organisation. */
  sortBy: string | null;
  isDescending: boolean;
}

export const statusParameters = {
  met: 'MET',
  undecided: 'UNDECIDED',
  missed: 'MISSED',
  none: 'NO_TARGET',
  'too-few': 'UNKNOWN',
} as const satisfies Record<string, TargetStatus>;

/** Reads `?view=heat&q=store&level=2&metric=nps&status=missed&sort=-nps`; what cannot be read is left out. */
export function readGridChoice(search: URLSearchParams, metricKeys: readonly string[]): GridChoice {
  const asked = search.get('view');
  const level = search.get('level') ?? '';
  const metric = search.get('metric');
  const status = search.get('status') ?? '';
  const sort = search.get('sort') ?? '';
  const sortKey = sort.replace(/^-/, '');
  return {
    view: gridViews.find((view) => view === asked) ?? 'table',
    words: (search.get('q') ?? '').trim().slice(0, 100),
    level: /^\d$/.test(level) ? Number(level) : null,
    metricKey: metric !== null && metricKeys.includes(metric) ? metric : null,
    status: Object.hasOwn(statusParameters, status)
      ? statusParameters[status as keyof typeof statusParameters]
      : null,
    sortBy: sortKey === 'name' || metricKeys.includes(sortKey) ? sortKey : null,
    isDescending: sort.startsWith('-'),
  };
}
