/** What stays the same from page to page: the period and what it is compared with. */
function carried(search: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of ['period', 'from', 'to', 'compare']) {
    const value = search.get(name);
    if (value) kept.set(name, value);
  }
  const words = kept.toString();
  return words === '' ? '' : `?${words}`;
}

export function departmentAddress(departmentId: string, search: URLSearchParams): string {
  return `/scorecards/${departmentId}${carried(search)}`;
}

export function metricAddress(metricKey: string, search: URLSearchParams): string {
  return `/metric-catalogue/${metricKey}${carried(search)}`;
}

export function scorecardsAddress(search: URLSearchParams): string {
  return `/scorecards${carried(search)}`;
}

/** The same choice of rows and columns, as a file. */
export function fileAddress(path: string, search: URLSearchParams): string {
  const words = search.toString();
  return words === '' ? path : `${path}?${words}`;
}
