/** Parameters that say which page of a list is shown; they end when the list itself changes. */
export const pageParameters: ReadonlySet<string> = new Set(['after', 'before', 'page']);

/** The address of this page with some parameters changed; undefined or '' removes one. Back to the first page of the list. */
export function changedSearch(
  search: URLSearchParams,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const next = new URLSearchParams(search);
  for (const name of pageParameters) next.delete(name);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  const query = next.toString();
  return query === '' ? '?' : `?${query}`;
}
